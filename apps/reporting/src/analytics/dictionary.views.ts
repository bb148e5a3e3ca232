import { Code, Count, Flag, ListOf, Nested, Text } from '@bw/contracts-base';

export class DictionaryColumn {
  @Text(100) readonly name!: string;
  /** As PostgreSQL calls it. */
  @Text(100) readonly type!: string;
  @Text(1_000) readonly about!: string;
}

export class DictionaryView {
  @Text(100) readonly name!: string;
  @Text(2_000) readonly about!: string;
  @ListOf(() => DictionaryColumn, { max: 200 }) readonly columns!: readonly DictionaryColumn[];
}

export class DictionaryFunction {
  @Text(100) readonly name!: string;
  /** With types and defaults. */
  @Text(500) readonly takes!: string;
  @Text(2_000) readonly gives!: string;
  @Text(2_000) readonly about!: string;
}

export class SampleQueryView {
  /** Stable. */
  @Code() readonly id!: string;
  @Text(200) readonly title!: string;
  @Text(1_000) readonly about!: string;
  @Text(5_000) readonly sql!: string;
}

/** What an analyst's role may do at most. */
export class AnalystLimits {
  @Count() readonly seconds!: number;
  @Count() readonly connections!: number;
  /** Analysts see every client of their tenant: access is given by the provider's administrators only. */
  @Flag() readonly wholeTenant!: boolean;
}

/** Where analysts connect to; told to the provider's people only. Never a password. */
export class AnalystDoor {
  @Text(300) readonly host!: string;
  @Count({ max: 65_535 }) readonly port!: number;
  @Text(100) readonly database!: string;
}

/** What analysts may read, as the database itself describes it. */
export class DataDictionary {
  @Text(100) readonly schema!: string;
  @Text(2_000) readonly about!: string;
  @ListOf(() => DictionaryView, { max: 500 }) readonly views!: readonly DictionaryView[];
  @ListOf(() => DictionaryFunction, { max: 500 }) readonly functions!: readonly DictionaryFunction[];
  @ListOf(() => SampleQueryView, { max: 100 }) readonly samples!: readonly SampleQueryView[];
  @Nested(() => AnalystLimits) readonly limits!: AnalystLimits;
  @Nested(() => AnalystDoor, { optional: true }) readonly door?: AnalystDoor;
}
