import type { Instant } from '@bw/kernel';
import type { Facts } from './pg-reading.ts';
import { PgReading } from './pg-reading.ts';
import { cutTable, Parameters, placeOf } from './query.ts';
import type {
  ChangedFlow,
  ChangedLevel,
  Cut,
  Kinds,
  Measures,
  Restatement,
  Scope,
  SeenDecision,
  SeenLevel,
} from './reading.ts';
import { FLOW_COLUMNS, type FlowRow, flowOf } from './seen-rows.ts';
import { asTenant } from './tenant-sql.ts';

/** The difference of two cuts at one business time. Either cut may be ahead of the other, log by log. */
export class PgRestatement implements Restatement {
  readonly #before: PgReading;
  readonly #after: PgReading;

  constructor(
    private readonly facts: Facts,
    readonly asOf: Instant,
    readonly from: Cut,
    readonly to: Cut,
    private readonly scope: Scope,
  ) {
    this.#before = new PgReading(facts, { asOf, cut: from }, scope);
    this.#after = new PgReading(facts, { asOf, cut: to }, scope);
  }

  async flows(which: Measures): Promise<readonly ChangedFlow[]> {
    const { schema, sources, pool } = this.facts;
    const parameters = new Parameters();
    const text = `
      select ${FLOW_COLUMNS}, pos > coalesce(earlier.upto, 0) as learned
      from ${schema}.flow_fact
      left join ${cutTable(this.from, sources, parameters, 'earlier')} using (source)
      left join ${cutTable(this.to, sources, parameters, 'later')} using (source)
      where ${placeOf(this.scope, which, parameters)} and measure = any(${parameters.add(which.measures, 'text[]')})
        and effective <= ${parameters.add(this.asOf, 'timestamptz')}
        and (pos <= coalesce(earlier.upto, 0)) <> (pos <= coalesce(later.upto, 0))
      order by effective, source, pos, n, (corrects is not null)`;
    const { rows } = await asTenant(pool, this.scope.tenant, (sql) =>
      sql.query<FlowRow & { learned: boolean }>(text, parameters.values),
    );
    return rows.map((row) => {
      const flow = flowOf(row, sources);
      return { ...flow, adds: row.learned ? flow.amount : -flow.amount };
    });
  }

  async levels(which: Measures): Promise<readonly ChangedLevel[]> {
    const [before, after] = await Promise.all([this.#before.levels(which), this.#after.levels(which)]);
    const [was, is] = [byKey(before), byKey(after)];
    return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((key) => {
      const [earlier, later] = [was.get(key), is.get(key)];
      const known = later ?? earlier;
      if (!known || (earlier?.event === later?.event && earlier?.n === later?.n)) return [];
      const { subject, measure } = known;
      return [{ subject, measure, ...(earlier && { before: earlier }), ...(later && { after: later }) }];
    });
  }

  async decisions(which: Kinds): Promise<readonly SeenDecision[]> {
    const [before, after] = await Promise.all([this.#before.decisions(which), this.#after.decisions(which)]);
    const [was, is] = [new Set(before.map(idOf)), new Set(after.map(idOf))];
    return [...before, ...after].filter((decision) => !was.has(idOf(decision)) || !is.has(idOf(decision)));
  }
}

const idOf = ({ event, n }: SeenDecision): string => `${event}/${n}`;

const byKey = (levels: readonly SeenLevel[]) =>
  new Map(levels.map((level) => [`${level.subject}\u0000${level.measure}`, level]));
