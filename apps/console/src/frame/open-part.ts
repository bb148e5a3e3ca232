import { useSyncExternalStore } from 'react';

/** What can lie over any page, one at a time. Each is loaded when it is first wanted. */
export type Part = 'palette' | 'shortcuts' | 'tour';

let open: Part | undefined;
const listeners = new Set<() => void>();

/** Opens a part from anywhere: a menu, a key, a command. */
export function openPart(part: Part | undefined): void {
  open = part;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOpenPart = (): Part | undefined => useSyncExternalStore(subscribe, () => open);
export const isAnyPartOpen = (): boolean => open !== undefined;
