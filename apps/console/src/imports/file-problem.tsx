import { Alert, List, Text } from '@mantine/core';
import { RequestProblem } from '../api/request.ts';
import { hasText, t, tCode } from '../texts/t.ts';
import type { Note } from './views.ts';

/** What the service cannot take, by name and place, and what to do about it. */
export function FileProblem({ error }: { readonly error: Error }) {
  const problem = error instanceof RequestProblem ? error : undefined;
  const details = (problem?.errors ?? []).filter(({ detail }) => !error.message.includes(detail));
  const codes = (problem?.errors ?? []).flatMap((each) => ('code' in each ? [String(each.code)] : []));
  const todo = [...codes, problem?.code ?? ''].find((code) => hasText(`import.todo.${code}`));
  return (
    <Alert role="alert" color="red" title={t('import.notTaken')}>
      <Text size="sm">{error.message}</Text>
      {details.length > 0 && (
        <List size="sm" mt={4}>
          {details.slice(0, 10).map(({ pointer, detail }) => (
            <List.Item key={pointer + detail}>
              <Text span size="sm" ff="monospace">
                {pointer}
              </Text>{' '}
              {detail}
            </List.Item>
          ))}
        </List>
      )}
      {todo ? (
        <Text size="sm" mt="xs" fw={600}>
          {tCode('import.todo', todo)}
        </Text>
      ) : (
        problem?.hint && (
          <Text size="sm" mt="xs" fw={600}>
            {problem.hint}
          </Text>
        )
      )}
    </Alert>
  );
}

/** Notes about the file as a whole; `what` says whether it can be taken with them. */
export function Notes({ notes, title, isProblem }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <Alert color={isProblem ? 'red' : 'gray'} title={title} role={isProblem ? 'alert' : undefined}>
      <List size="sm" spacing={2}>
        {notes.slice(0, 12).map((note) => (
          <List.Item key={`${note.code} ${note.detail}`}>{noteText(note)}</List.Item>
        ))}
      </List>
      {notes.length > 12 && <Text size="sm">{t('import.moreNotes', { count: notes.length - 12 })}</Text>}
    </Alert>
  );
}

interface NotesProps {
  readonly notes: readonly Note[];
  readonly title: string;
  readonly isProblem?: boolean;
}

/** `B4: …`, where it is about a place. */
export function noteText({ detail, row, column }: Note): string {
  return row === undefined ? detail : `${column ?? t('import.rowNo')}${column ? '' : ' '}${row}: ${detail}`;
}
