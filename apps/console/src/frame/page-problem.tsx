import { Alert, Anchor, Text } from '@mantine/core';
import { t } from '../texts/t.ts';
import { RequestProblem } from '../api/request.ts';

/** Says what is wrong, in the server's words where it gave some, and what to do. */
export function PageProblem({ title, error }: { readonly title: string; readonly error?: unknown }) {
  return (
    <Alert role="alert" color="red" title={title} m="md">
      {error instanceof Error && <Text>{error.message}</Text>}
      {error instanceof RequestProblem && (
        <Text size="sm">
          {error.hint} ({error.code})
        </Text>
      )}
      <Anchor href="/">{t('frame.toPortfolio')}</Anchor>
    </Alert>
  );
}
