import { useSyncExternalStore } from 'react';

/** How much room the rows of tables take. */
export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

const STORED = 'bw.density';
const listeners = new Set<() => void>();

export const density = (): Density => (localStorage.getItem(STORED) === 'comfortable' ? 'comfortable' : 'compact');

/** Styles go by the attribute on the document's root. */
export function applyDensity(): void {
  document.documentElement.dataset['density'] = density();
}

export function chooseDensity(next: Density): void {
  localStorage.setItem(STORED, next);
  applyDensity();
  for (const listener of listeners) listener();
}

export const useDensity = (): Density =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, density);
