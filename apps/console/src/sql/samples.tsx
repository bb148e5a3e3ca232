import { Paper, Stack, Text, Title } from '@mantine/core';
import { CopyBlock } from '../code/copy-block.tsx';
import { hasText, t, tCode } from '../texts/t.ts';
import type { SampleQuery } from './views.ts';

/** Queries to begin with. Each is run by a test of the service, so each works. */
export function Samples({ samples }: { readonly samples: readonly SampleQuery[] }) {
  return (
    <Stack gap="md">
      <Text c="dimmed" size="sm">
        {t('sql.samplesAbout')}
      </Text>
      {samples.map((sample) => (
        <Sample key={sample.id} sample={sample} />
      ))}
    </Stack>
  );
}

function Sample({ sample: { id, title, about, sql } }: { readonly sample: SampleQuery }) {
  const name = wordsOf('sql.sample', id, title);
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={`sample-${id}`}>
      <Title order={2} size="h5" id={`sample-${id}`}>
        {name}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {wordsOf('sql.sampleAbout', id, about)}
      </Text>
      <CopyBlock text={sql} label={name} />
    </Paper>
  );
}

/** The reader's language where it has words for it; else the service's. */
const wordsOf = (family: string, id: string, words: string): string =>
  hasText(`${family}.${id}`) ? tCode(family, id) : words;
