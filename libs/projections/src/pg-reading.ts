import type { Pool } from 'pg';
import { bucketSums, rawSums, sumOf, type SumRow } from './flow-sums.ts';
import { cutTable, Parameters, placeOf } from './query.ts';
import type {
  FlowPage,
  FlowSum,
  GroupedBy,
  Kinds,
  Measures,
  Point,
  Reading,
  Scope,
  SeenDecision,
  SeenFlow,
  SeenLevel,
} from './reading.ts';
import {
  DECISION_COLUMNS,
  type DecisionRow,
  decisionOf,
  FLOW_COLUMNS,
  type FlowRow,
  flowOf,
  LEVEL_COLUMNS,
  type LevelRow,
  levelOf,
} from './seen-rows.ts';
import type { FactSettings } from './settings.ts';
import type { Sources } from './sources.ts';
import { asTenant } from './tenant-sql.ts';

/** What readings stand on. */
export interface Facts {
  readonly pool: Pool;
  readonly schema: string;
  readonly sources: Sources;
  readonly settings: () => Promise<FactSettings>;
}

/** `effective <= asOf`, and per source `known_from <= cut < known_to`: the one rule of what is visible. */
export class PgReading implements Reading {
  constructor(
    private readonly facts: Facts,
    readonly point: Point,
    private readonly scope: Scope,
  ) {}

  async levels(which: Measures): Promise<readonly SeenLevel[]> {
    const parameters = new Parameters();
    const rows = await this.#rows<LevelRow>(
      `select * from (
         select distinct on (subject, measure) ${LEVEL_COLUMNS} ${this.#visibleLevels(which, parameters)}
         order by subject, measure, effective desc, known_from desc, source desc, n desc) ruling
       where value <> 'null'::jsonb`,
      parameters,
    );
    return rows.map((row) => levelOf(row, this.facts.sources));
  }

  async levelHistory(which: Measures): Promise<readonly SeenLevel[]> {
    const parameters = new Parameters();
    const rows = await this.#rows<LevelRow>(
      `select ${LEVEL_COLUMNS} ${this.#visibleLevels(which, parameters)}
       order by subject, measure, effective, known_from, source, n`,
      parameters,
    );
    return rows.map((row) => levelOf(row, this.facts.sources));
  }

  async flows(which: Measures): Promise<readonly SeenFlow[]> {
    const parameters = new Parameters();
    const rows = await this.#rows<FlowRow>(
      `select ${FLOW_COLUMNS} ${this.#visibleFlows(which, parameters)} order by ${FLOW_ORDER}`,
      parameters,
    );
    return rows.map((row) => flowOf(row, this.facts.sources));
  }

  async flowPage(which: Measures & { readonly after?: string; readonly limit: number }): Promise<FlowPage> {
    const parameters = new Parameters();
    const visible = this.#visibleFlows(which, parameters);
    const rows = await this.#rows<FlowRow>(
      `select ${FLOW_COLUMNS} ${visible} ${which.after === undefined ? '' : afterPage(which.after, parameters)}
       order by ${FLOW_ORDER} limit ${parameters.add(which.limit + 1, 'bigint')}`,
      parameters,
    );
    const page = rows.slice(0, which.limit);
    const last = rows.length > which.limit ? page.at(-1) : undefined;
    return { flows: page.map((row) => flowOf(row, this.facts.sources)), ...(last && { next: cursorOf(last) }) };
  }

  async flowSums({ by = 'subject', ...which }: Measures & { readonly by?: GroupedBy }): Promise<readonly FlowSum[]> {
    const { schema, sources } = this.facts;
    const asked = { schema, sources, point: this.point, scope: this.scope, which };
    // Buckets know engagements, not the subjects inside them.
    const inAdvance =
      by === 'engagement' && which.subject === undefined && which.subjects === undefined && which.within === undefined;
    const { text, values } = inAdvance ? bucketSums(asked, await this.facts.settings()) : rawSums(asked, by);
    const { rows } = await asTenant(this.facts.pool, this.scope.tenant, (sql) => sql.query<SumRow>(text, values));
    return rows.map(sumOf);
  }

  async decisions(which: Kinds): Promise<readonly SeenDecision[]> {
    const parameters = new Parameters();
    const rows = await this.#rows<DecisionRow>(
      `select ${DECISION_COLUMNS}
       from ${this.facts.schema}.decision join ${cutTable(this.point.cut, this.facts.sources, parameters)} using (source)
       where ${placeOf(this.scope, which, parameters)} and kind = any(${parameters.add(which.kinds, 'text[]')})
         and effective <= ${parameters.add(this.point.asOf, 'timestamptz')} and pos <= upto
       order by recorded, source, pos, n`,
      parameters,
    );
    return rows.map((row) => decisionOf(row, this.facts.sources));
  }

  #visibleLevels(which: Measures, parameters: Parameters): string {
    return `
      from ${this.facts.schema}.level_fact join ${cutTable(this.point.cut, this.facts.sources, parameters)} using (source)
      where ${placeOf(this.scope, which, parameters)} and measure = any(${parameters.add(which.measures, 'text[]')})
        and effective <= ${parameters.add(this.point.asOf, 'timestamptz')}
        and known_from <= upto and (known_to is null or known_to > upto)`;
  }

  #visibleFlows(which: Measures, parameters: Parameters): string {
    return `
      from ${this.facts.schema}.flow_fact join ${cutTable(this.point.cut, this.facts.sources, parameters)} using (source)
      where ${placeOf(this.scope, which, parameters)} and measure = any(${parameters.add(which.measures, 'text[]')})
        and effective <= ${parameters.add(this.point.asOf, 'timestamptz')} and pos <= upto`;
  }

  async #rows<Row extends object>(text: string, { values }: Parameters): Promise<readonly Row[]> {
    const { rows } = await asTenant(this.facts.pool, this.scope.tenant, (sql) => sql.query<Row>(text, values));
    return rows;
  }
}

const FLOW_ORDER = 'effective, source, pos, n, (corrects is not null)';

/** A page ends inside the order of flows; the next one starts behind its last row. */
const cursorOf = (row: FlowRow): string =>
  Buffer.from(
    JSON.stringify([row.effective.toISOString(), row.source, Number(row.position), row.n, row.corrects !== null]),
  ).toString('base64url');

/** What was given as `after` is no cursor of ours. */
export class UnreadableCursor extends Error {
  constructor(readonly given: string) {
    super(`"${given}" is no cursor: take "next" of the page before as it is.`);
  }
}

function afterPage(cursor: string, parameters: Parameters): string {
  const [effective, source, position, n, reversal] = readCursor(cursor);
  return `and (${FLOW_ORDER}) > (${parameters.add(effective, 'timestamptz')}, ${parameters.add(source, 'smallint')},
    ${parameters.add(position, 'bigint')}, ${parameters.add(n, 'integer')}, ${parameters.add(reversal, 'boolean')})`;
}

function readCursor(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.map((part) => typeof part).join() === 'string,number,number,number,boolean')
      return parts;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UnreadableCursor(cursor);
}
