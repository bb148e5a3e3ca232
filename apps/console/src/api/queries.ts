import { QueryClient } from '@tanstack/react-query';
import { RequestProblem } from './request.ts';

const PATIENT_TRIES = 3;

/** What the server refuses stays refused; only a server that is away or behind is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < PATIENT_TRIES && isWorthAnotherTry(error),
    },
  },
});

function isWorthAnotherTry(error: unknown): boolean {
  return !(error instanceof RequestProblem) || error.code === 'NOT_YET' || error.status >= 500 || error.status === 0;
}
