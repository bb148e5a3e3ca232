import { lineageText } from './lineage.ts';
import { cutTable, Parameters, placeOf } from './query.ts';
import type { FlowSum, GroupedBy, Measures, Point, Scope } from './reading.ts';
import { type FactSettings, firstOpenBucket } from './settings.ts';
import type { Sources } from './sources.ts';

export interface SumRow {
  readonly measure: string;
  readonly engagement: string | null;
  readonly subject?: string;
  readonly bucket?: string;
  readonly amount: string;
  readonly count: string;
  readonly high: string;
  readonly low: string;
}

interface Asked {
  readonly schema: string;
  readonly sources: Sources;
  readonly point: Point;
  readonly scope: Scope;
  readonly which: Measures;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const SUMS = 'sum(amount) as amount, sum(n) as count, sum(high) as high, sum(low) as low';
const RAW = `amount, case when corrects is null then 1 else -1 end as n, lineage_high as high, lineage_low as low`;

/** Sums from the facts themselves. */
export function rawSums({ schema, sources, point, scope, which }: Asked, by: GroupedBy): Statement {
  const parameters = new Parameters();
  const group = by === 'engagement' ? '' : by === 'subject' ? ', subject' : ', bucket::text as bucket';
  const text = `
    select measure, engagement${by === 'engagement' ? '' : `, ${by}`}, ${SUMS} from (
      select measure, engagement${group}, ${RAW}
      from ${schema}.flow_fact join ${cutTable(point.cut, sources, parameters)} using (source)
      where ${placeOf(scope, which, parameters)} and measure = any(${parameters.add(which.measures, 'text[]')})
        and effective <= ${parameters.add(point.asOf, 'timestamptz')} and pos <= upto) facts
    group by measure, engagement${by === 'engagement' ? '' : `, ${by}`}
    having sum(n) <> 0 or sum(amount) <> 0
    order by measure, engagement${by === 'engagement' ? '' : `, ${by}`}`;
  return { text, values: parameters.values };
}

/**
 * The same sums by engagement, from buckets that lie wholly inside the point, and from the facts of its two raw edges:
 * the part of a bucket's business time up to `asOf`, and the part of a segment of knowledge up to the cut.
 */
export function bucketSums({ schema, sources, point, scope, which }: Asked, settings: FactSettings): Statement {
  const parameters = new Parameters();
  const cut = cutTable(point.cut, sources, parameters);
  const where = `${placeOf(scope, which, parameters)} and measure = any(${parameters.add(which.measures, 'text[]')})`;
  const open = parameters.add(firstOpenBucket(point.asOf, settings), 'date');
  const size = parameters.add(settings.segmentSize, 'bigint');
  const text = `
    with cut as (select source, upto, (upto + 1) / ${size} as segments, (upto + 1) / ${size} * ${size} as edge from ${cut})
    select measure, engagement, ${SUMS} from (
      select measure, engagement, amount, n, lineage_high as high, lineage_low as low
      from ${schema}.flow_bucket join cut using (source)
      where ${where} and bucket < ${open} and segment < segments
      union all
      select measure, engagement, ${RAW} from ${schema}.flow_fact join cut using (source)
      where ${where} and bucket < ${open} and pos >= edge and pos <= upto
      union all
      select measure, engagement, ${RAW} from ${schema}.flow_fact join cut using (source)
      where ${where} and bucket >= ${open} and effective <= ${parameters.add(point.asOf, 'timestamptz')} and pos <= upto) parts
    group by measure, engagement
    having sum(n) <> 0 or sum(amount) <> 0
    order by measure, engagement`;
  return { text, values: parameters.values };
}

export function sumOf(row: SumRow): FlowSum {
  const amount = Number(row.amount);
  if (!Number.isSafeInteger(amount))
    throw new Error(`The sum of ${row.measure}, ${row.amount}, is too great to be exact.`);
  return {
    measure: row.measure,
    ...(row.engagement && { engagement: row.engagement }),
    ...(row.subject !== undefined && { subject: row.subject }),
    ...(row.bucket !== undefined && { bucket: row.bucket }),
    amount,
    count: Number(row.count),
    lineage: lineageText(BigInt(row.high), BigInt(row.low)),
  };
}
