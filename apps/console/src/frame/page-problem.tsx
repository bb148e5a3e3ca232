import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RequestProblem } from '../api/request.ts';
import { t } from '../texts/t.ts';
import { onward } from '../two-times/point.ts';
import { NotFound } from './not-found.tsx';

/** Says what is wrong, in the server's words where it gave some, and what to do. */
export function PageProblem({ title, error }: { readonly title: string; readonly error?: unknown }) {
  return (
    <Alert role="alert" color="red" title={title} my="md">
      {error instanceof Error && <Text>{error.message}</Text>}
      {error instanceof RequestProblem && (
        <Text size="sm">
          {error.hint} ({error.code})
        </Text>
      )}
      <Anchor renderRoot={(props) => <Link to="/" search={onward} {...props} />}>{t('frame.toPortfolio')}</Anchor>
    </Alert>
  );
}

/** What a page shows instead of itself: not found and not allowed are no faults of the page. */
export function WholePageProblem({ error }: { readonly error: unknown }) {
  if (error instanceof RequestProblem && error.status === 404) return <NotFound />;
  return <PageProblem title={t(isForbidden(error) ? 'page.forbidden' : 'page.failed')} error={error} />;
}

const isForbidden = (error: unknown): boolean => error instanceof RequestProblem && error.status === 403;
