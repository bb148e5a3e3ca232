import { Button, Group, List, Paper, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { read } from '../api/request.ts';
import { locale } from '../texts/locale.ts';
import { t } from '../texts/t.ts';
import { FileProblem } from './file-problem.tsx';
import { readLayout } from './import-api.ts';
import type { OpenedFile } from './import-page.tsx';
import type { Limits } from './views.ts';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xml,.xer';
const MEGABYTE = 1024 * 1024;

/** A file is dropped, chosen or pasted; the service says what it is by what is in it. */
export function FileStep({ onOpened }: { readonly onOpened: (opened: OpenedFile) => void }) {
  const limits = useQuery({
    queryKey: ['import-limits'],
    queryFn: () => read<Limits>('/api/v1/imports/limits'),
    staleTime: Infinity,
  });
  const reading = useMutation({
    mutationFn: async (file: File) => ({ file, layout: await readLayout(tooLarge(file, limits.data)) }),
    onSuccess: onOpened,
  });
  const [pasted, setPasted] = useState('');
  return (
    <Stack gap="md">
      <Tabs defaultValue="file" keepMounted={false}>
        <Tabs.List aria-label={t('import.howIn')}>
          <Tabs.Tab value="file">{t('import.byFile')}</Tabs.Tab>
          <Tabs.Tab value="paste">{t('import.byPaste')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="file" pt="md">
          <DropArea isReading={reading.isPending} onFile={(file) => reading.mutate(file)} />
        </Tabs.Panel>
        <Tabs.Panel value="paste" pt="md">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              reading.mutate(new File([pasted], t('import.pastedName'), { type: 'text/csv' }));
            }}
          >
            <Stack gap="sm" align="flex-start">
              <Textarea
                label={t('import.paste')}
                description={t('import.pasteHelp')}
                placeholder={'ID\tName\tDuration\tPredecessors\n1\tDesign\t5d\t\n2\tBuild\t10d\t1'}
                autosize
                minRows={8}
                maxRows={18}
                w="100%"
                value={pasted}
                onChange={({ currentTarget }) => setPasted(currentTarget.value)}
                styles={{ input: { fontFamily: 'monospace' } }}
              />
              <Button type="submit" disabled={pasted.trim() === ''} loading={reading.isPending}>
                {t('import.read')}
              </Button>
            </Stack>
          </form>
        </Tabs.Panel>
      </Tabs>
      {reading.error && <FileProblem error={reading.error} />}
      <Text component="div" size="sm" c="dimmed">
        <List size="sm" spacing={2}>
          <List.Item>{t('import.takes')}</List.Item>
          {limits.data && (
            <List.Item>
              {t('import.limits', {
                size: limits.data.fileBytes / MEGABYTE,
                rows: new Intl.NumberFormat(locale).format(limits.data.rows),
                columns: limits.data.columns,
              })}
            </List.Item>
          )}
          <List.Item>{t('import.safe')}</List.Item>
        </List>
      </Text>
    </Stack>
  );
}

/** Said before it is sent: nobody waits for an upload that will be refused. */
function tooLarge(file: File, limits: Limits | undefined): File {
  if (limits && file.size > limits.fileBytes) {
    const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(file.size / MEGABYTE);
    throw new Error(t('import.tooLarge', { size, most: limits.fileBytes / MEGABYTE }));
  }
  return file;
}

interface DropAreaProps {
  readonly isReading: boolean;
  readonly onFile: (file: File) => void;
}

function DropArea({ isReading, onFile }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Paper
      withBorder
      p="xl"
      className="drop-area"
      mod={{ over: isOver }}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !isReading) onFile(file);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileSpreadsheet size={40} stroke={1.4} aria-hidden />
        <Text fw={600}>{t(isReading ? 'import.reading' : 'import.drop')}</Text>
        <Group>
          <Button
            id="import-choose"
            leftSection={<IconUpload size={16} />}
            loading={isReading}
            onClick={() => input.current?.click()}
          >
            {t('import.choose')}
          </Button>
        </Group>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          aria-label={t('import.choose')}
          className="hidden-file"
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = ''; // the same file again, mended meanwhile, is a new one
          }}
        />
      </Stack>
    </Paper>
  );
}
