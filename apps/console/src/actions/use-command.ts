import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../texts/t.ts';
import * as notices from './notices.tsx';
import { commandMutation, type CommandSpec, makeKeys } from './run-command.ts';

export type { CommandSpec, Shown, Undo } from './run-command.ts';

export interface RunningCommand<V> {
  readonly run: (values: V) => void;
  readonly isPending: boolean;
  readonly problem: Error | null;
  readonly reset: () => void;
}

/** Sends commands: shown at once, taken back with the reason, undone by a correcting command. */
export function useCommand<V>(spec: CommandSpec<V>): RunningCommand<V> {
  const client = useQueryClient();
  const [keys] = useState(makeKeys);
  const mutation = useMutation(commandMutation<V>(client, keys, notices));
  return {
    run: (values) => mutation.mutate({ values, spec }),
    isPending: mutation.isPending,
    problem: mutation.error,
    reset: mutation.reset,
  };
}

/** For a command that cannot be undone: says so in its notice. */
export const forGood = (text: string): string => `${text} ${t('actions.forGood')}`;
