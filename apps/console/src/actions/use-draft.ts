import { useState } from 'react';
import { currentSession } from '../session/sign-in.ts';

/** What somebody typed into a form, by field. */
export type Values = Readonly<Record<string, string>>;

export interface Draft {
  readonly values: Values;
  readonly set: (name: string, value: string) => void;
  /** It was sent, or given up: the next form begins anew. */
  readonly clear: () => void;
}

const PREFIX = 'bw.draft.';

/** Values of a form that survive a reload and an expired session, for this tab and this person. */
export function useDraft(form: string, initial: Values): Draft {
  const key = `${PREFIX}${currentSession()?.user ?? ''}.${form}`;
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...readDraft(sessionStorage, key) }));
  return {
    values,
    set: (name, value) => {
      const next = { ...values, [name]: value };
      setValues(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    clear: () => sessionStorage.removeItem(key),
  };
}

/** What was typed before; nothing where there is no draft, or one that another version of the form has left. */
export function readDraft(storage: Pick<Storage, 'getItem'>, key: string): Values {
  const text = storage.getItem(key);
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {}; // not written by us
  }
}
