import { Button, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RequestProblem } from '../api/request.ts';
import { PageProblem, WholePageProblem } from './page-problem.tsx';
import { t } from '../texts/t.ts';

interface ReadingState {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface ReadingBodyProps<T> {
  readonly reading: ReadingState & { readonly data: T | undefined };
  readonly children: (data: T) => ReactNode;
  /** How tall it will be, so that the page does not jump. */
  readonly height?: number;
}

/** What a reading shows: its place while it loads, what went wrong in the server's words, or what it says. */
export function ReadingBody<T>({ reading, children, height = 240 }: ReadingBodyProps<T>) {
  if (reading.data !== undefined) return <>{children(reading.data)}</>;
  if (reading.isPending) return <Waiting height={height} />;
  if (reading.error instanceof RequestProblem && [403, 404].includes(reading.error.status))
    return <WholePageProblem error={reading.error} />;
  return (
    <Stack align="flex-start">
      <PageProblem title={t('page.failed')} error={reading.error} />
      <Button variant="default" onClick={() => void reading.refetch()}>
        {t('page.retry')}
      </Button>
    </Stack>
  );
}

export function Waiting({ height }: { readonly height: number }) {
  return (
    <Stack gap="xs" role="status" aria-label={t('page.loading')}>
      <Skeleton height={height} radius="md" />
    </Stack>
  );
}

/** A page whose code is still on its way. */
export function PageWaiting() {
  return <Waiting height={480} />;
}
