import type { QueryClient } from '@tanstack/react-query';
import { read, type Reply, RequestProblem } from '../api/request.ts';
import { applyPatches, type Patch } from './patch.ts';

/** A reading that shows what was recorded: it is asked until it knows. */
export interface Shown {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A command that sets right what another one did. The log keeps both. */
export interface Undo {
  /** What it does, for the notice afterwards: `The issue waits again.` */
  readonly done: string;
  readonly send: (key: string) => Promise<Reply>;
  readonly optimistic?: readonly Patch[];
}

export interface CommandSpec<V> {
  /** Sends it. The key is the same for a retry of the same values, so that a lost answer does no harm. */
  readonly send: (values: V, key: string) => Promise<Reply>;
  /** What the screen shows at once. Taken back, with the server's reason, where the server says no. */
  readonly optimistic?: (values: V) => readonly Patch[];
  /** Where it will be seen: waited for before the readings are asked again. */
  readonly shown?: Shown;
  /** What to say afterwards. */
  readonly done: (values: V) => string;
  /** How it is set right, where the domain has a way. */
  readonly undo?: (values: V, reply: Reply) => Undo | undefined;
  /** A form shows what is wrong beside its fields; all else says it in a notice. */
  readonly problems?: 'notice' | 'here';
  readonly onDone?: (reply: Reply, values: V) => void;
}

/** How the person is told what came of it. */
export interface Notices {
  readonly tellDone: (text: string, undo?: () => void) => void;
  readonly tellProblem: (problem: unknown) => void;
  /** Recorded, but the readings are not that far yet. */
  readonly tellWaiting: () => void;
}

interface Sent<V> {
  readonly values: V;
  /** As it was when it was sent: a page that shows the expected change already would describe no way back from it. */
  readonly spec: CommandSpec<V>;
}

/** How a command runs, apart from React. */
export function commandMutation<V>(client: QueryClient, keys: Keys, notices: Notices) {
  return {
    mutationFn: ({ values, spec }: Sent<V>) => spec.send(values, keys.of(values)),
    onMutate: ({ values, spec }: Sent<V>) => begin(client, spec.optimistic?.(values)),
    onError: (error: Error, { spec }: Sent<V>, takeBack: (() => void) | undefined) => {
      takeBack?.();
      if (spec.problems !== 'here') notices.tellProblem(error);
    },
    onSuccess: (reply: Reply, { values, spec }: Sent<V>) => {
      keys.used();
      const undo = spec.undo?.(values, reply);
      notices.tellDone(spec.done(values), undo && (() => void runUndo(client, undo, spec.shown, notices)));
      void settle(client, reply, spec.shown, notices);
      spec.onDone?.(reply, values);
    },
  };
}

async function begin(client: QueryClient, patches: readonly Patch[] = []): Promise<() => void> {
  // An answer that is on its way knows nothing of this command yet.
  await Promise.all(patches.map(({ path }) => client.cancelQueries({ queryKey: [path] })));
  return applyPatches(client, patches);
}

async function runUndo(client: QueryClient, undo: Undo, shown: Shown | undefined, notices: Notices): Promise<void> {
  const takeBack = await begin(client, undo.optimistic);
  try {
    const reply = await undo.send(crypto.randomUUID());
    notices.tellDone(undo.done);
    await settle(client, reply, shown, notices);
  } catch (error) {
    takeBack();
    notices.tellProblem(error);
  }
}

const TRIES = 4;

/** Waits until readings know what was recorded, then asks all of them again. */
async function settle(
  client: QueryClient,
  { position }: Reply,
  shown: Shown | undefined,
  notices: Notices,
): Promise<void> {
  if (shown && !(await isShown(shown, position))) return notices.tellWaiting();
  await client.invalidateQueries();
}

async function isShown({ path, query = {} }: Shown, minPosition: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await read(`/api/v1/${path}`, { ...query, limit: '1', minPosition });
      return true;
    } catch (error) {
      if (!(error instanceof RequestProblem && error.code === 'NOT_YET')) return error instanceof RequestProblem;
    }
  }
  return false;
}

export interface Keys {
  readonly of: (values: unknown) => string;
  /** It is recorded: whoever sends the same once more means it once more. */
  readonly used: () => void;
}

/** The same values again are the same command, until it is recorded; others are another one. */
export function makeKeys(): Keys {
  let last: { readonly text: string; readonly key: string } | undefined;
  return {
    of: (values) => {
      const text = JSON.stringify(values) ?? '';
      if (last?.text !== text) last = { text, key: crypto.randomUUID() };
      return last.key;
    },
    used: () => {
      last = undefined;
    },
  };
}
