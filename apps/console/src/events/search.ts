export const EVENTS_PARTS = ['live', 'types'] as const;
export type EventsPart = (typeof EVENTS_PARTS)[number];

/** What the page shows, kept in the URL: a link to an event, to a filter, to a type. */
export interface EventsSearch {
  readonly part?: EventsPart;
  /** Types joined by commas; `*` stands for anything. */
  readonly types?: string;
  readonly engagement?: string;
  /** Words that an event holds, or that a type is described by. */
  readonly text?: string;
  /** Id of the event that is open. */
  readonly event?: string;
  /** The type that is open, with its version: `risk.RiskIdentified/1`. */
  readonly type?: string;
  /** Number in the feed from which on it is played again. */
  readonly start?: number;
}

export const isEventsPart = (value: unknown): value is EventsPart => EVENTS_PARTS.some((part) => part === value);

/** Nonsense counts as not given. */
export function eventsSearch(search: Readonly<Record<string, unknown>>): EventsSearch {
  const { part, start } = search;
  const text = (key: string) => {
    const value = search[key];
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
  };
  const [types, engagement, words, event, type] = ['types', 'engagement', 'text', 'event', 'type'].map(text);
  return {
    ...(part === 'types' && { part }),
    ...(types && { types }),
    ...(engagement && { engagement }),
    ...(words && { text: words }),
    ...(event && { event }),
    ...(type && { type }),
    ...(typeof start === 'number' && Number.isSafeInteger(start) && start > 0 && { start }),
  };
}

const PATTERN = /^[A-Za-z0-9*.]{1,100}$/;

/** Whether the feed understands it: types joined by commas. */
export const isPattern = (types: string): boolean => types.split(',').every((type) => PATTERN.test(type.trim()));
