/** What the service says of the analysts' schema, as the database describes it. */
export interface DictionaryColumn {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

export interface DictionaryView {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly DictionaryColumn[];
}

export interface DictionaryFunction {
  readonly name: string;
  readonly takes: string;
  readonly gives: string;
  readonly about: string;
}

export interface SampleQuery {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sql: string;
}

export interface Door {
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

export interface DataDictionary {
  readonly schema: string;
  readonly about: string;
  readonly views: readonly DictionaryView[];
  readonly functions: readonly DictionaryFunction[];
  readonly samples: readonly SampleQuery[];
  readonly limits: { readonly seconds: number; readonly connections: number };
  /** Only for the provider's people. */
  readonly door?: Door;
}
