import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readFirstEvent } from '../api/feed.ts';
import { weekEnds } from './weeks.ts';

const TODAY = (): string => new Date().toISOString().slice(0, 10);

/** The weeks since the first event that the reader may see: the life of the portfolio. */
export function useLife(): readonly string[] {
  const { data: first } = useQuery({ queryKey: ['first-event'], queryFn: readFirstEvent, staleTime: Infinity });
  const today = TODAY();
  return useMemo(() => weekEnds(first?.time.slice(0, 10) ?? today, today), [first, today]);
}
