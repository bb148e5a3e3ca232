import type { DataDictionary, DictionaryFunction, DictionaryView } from './views.ts';

export interface Found {
  readonly views: readonly FoundView[];
  readonly functions: readonly DictionaryFunction[];
}

export interface FoundView extends DictionaryView {
  /** Columns that the words are about; none where the view itself is. */
  readonly hits: readonly string[];
}

/** Views and functions that hold all of the words, in names or texts of theirs or of one of their columns. */
export function findIn({ views, functions }: Pick<DataDictionary, 'views' | 'functions'>, wanted: string): Found {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (...texts: readonly string[]) => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return {
    views: views.flatMap((view) => {
      const hits = view.columns.filter(({ name, type, about }) => holds(view.name, name, type, about));
      const own = holds(view.name, view.about);
      return own || hits.length > 0 ? [{ ...view, hits: own ? [] : hits.map(({ name }) => name) }] : [];
    }),
    functions: functions.filter(({ name, takes, gives, about }) => holds(name, takes, gives, about)),
  };
}
