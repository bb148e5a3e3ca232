import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Reply } from '../api/request.ts';
import { PageProblem } from '../frame/page-problem.tsx';
import { t } from '../texts/t.ts';
import { Conflict, type Thing } from './conflict.tsx';
import { type Field, FieldInput } from './field.tsx';
import { fieldErrors, hasOtherErrors, isConflict } from './field-errors.ts';
import { type CommandSpec, useCommand } from './use-command.ts';
import { useDraft, type Values } from './use-draft.ts';
import { useVersion } from './use-version.ts';

export interface DialogCommand extends Omit<CommandSpec<Values>, 'send' | 'problems' | 'onDone'> {
  readonly send: (values: Values, how: { readonly key: string; readonly version: number }) => Promise<Reply>;
}

export interface DialogSpec {
  /** Under this name what was typed survives a reload. */
  readonly draft: string;
  readonly title: string;
  readonly about?: ReactNode;
  readonly fields: readonly Field[];
  readonly initial?: Values;
  readonly submit: string;
  /** It cannot be taken back: said before, not after. */
  readonly forGood?: boolean;
  /** What the command changes; left out where it makes something new. */
  readonly thing?: Thing;
  readonly command: DialogCommand;
}

/** A form for one command. Esc closes it and keeps what was typed; Ctrl/Cmd Enter sends it. */
export function CommandDialog({ spec, onClose }: { readonly spec: DialogSpec; readonly onClose: () => void }) {
  const { title, about, fields, submit, thing, command, initial = {}, forGood } = spec;
  const draft = useDraft(spec.draft, initial);
  const { version, problem: unread, renew } = useVersion(thing?.path);
  const form = useRef<HTMLFormElement>(null);
  /** Renewed and sent in one go, where somebody applies theirs to what has changed. */
  const ground = useRef<number>(undefined);
  const running = useCommand<Values>({
    ...command,
    problems: 'here',
    send: (values, key) => command.send(values, { key, version: ground.current ?? version ?? 0 }),
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const problem = running.problem ?? unread ?? null;
  const errors = fieldErrors(problem);
  const isReady = thing === undefined || version !== undefined;

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isReady && !running.isPending) running.run(draft.values);
  };
  const again = async () => {
    ground.current = await renew();
    running.reset();
    if (form.current?.reportValidity()) running.run(draft.values);
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('why.close') }}>
      <form ref={form} onSubmit={send} onKeyDown={sendByKey}>
        <Stack>
          {about && (
            <Text size="sm" component="div" c="dimmed">
              {about}
            </Text>
          )}
          {fields.map((field, index) => (
            <FieldInput
              key={field.name}
              field={field}
              isFirst={index === 0}
              value={draft.values[field.name] ?? ''}
              error={errors.get(field.name)}
              onChange={(value) => draft.set(field.name, value)}
            />
          ))}
          {forGood && (
            <Alert color="yellow" variant="light">
              {t('actions.forGood')}
            </Alert>
          )}
          {isConflict(problem) && thing ? (
            <Conflict problem={problem} thing={thing} seen={ground.current ?? version ?? 0} onAgain={again} />
          ) : (
            hasOtherErrors(
              problem,
              fields.map(({ name }) => name),
            ) && <PageProblem title={t('actions.notRecorded')} error={problem} />
          )}
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t('actions.keys')}
            </Text>
            <Group gap="sm">
              <Button
                variant="default"
                onClick={() => {
                  draft.clear();
                  onClose();
                }}
              >
                {t('actions.discard')}
              </Button>
              <Button type="submit" loading={running.isPending} disabled={!isReady}>
                {submit}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
