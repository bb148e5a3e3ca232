import { Controller, Get, Query } from '@nestjs/common';
import type { KpiState } from '@bw/contracts-reporting';
import type { Id } from '@bw/kernel';
import type { Reading } from '@bw/projections';
import { Allows, Answers, Caller, type Principal, Wanted } from '@bw/service-shell';
import { Readings } from '../reading/readings.ts';
import { valueOf } from '../reading/values.ts';
import type { TargetValue } from './kpi-measuring.ts';
import { keyFigureOf } from './kpi.catalogue.ts';
import { KpisParameters, KpisView, type KpiView } from './kpis.views.ts';

interface MeasuredValue {
  readonly kpi: string;
  readonly planId: Id;
  readonly value?: string;
  readonly undefinedReason?: string;
  readonly status: KpiState;
  readonly asOf: string;
  readonly cut: string;
}

@Allows('member')
@Controller('kpis')
export class KpisController {
  constructor(private readonly readings: Readings) {}

  /** The key figures that an engagement has targets for, as measured at the point. */
  @Get()
  @Answers(KpisView)
  async list(
    @Caller() principal: Principal,
    @Wanted() wanted: Wanted,
    @Query() { engagement }: KpisParameters,
  ): Promise<KpisView> {
    await this.readings.require(principal, { engagement });
    const { view, reading } = await this.readings.open(principal, wanted);
    return { point: view, items: await keyFiguresOf(reading, engagement) };
  }
}

async function keyFiguresOf(reading: Reading, engagement: Id): Promise<readonly KpiView[]> {
  const [targets, values] = await Promise.all([
    reading.levels({ engagement, measures: ['kpi-target'] }),
    reading.levels({ engagement, measures: ['kpi.value'] }),
  ]);
  const measured = Map.groupBy(
    values.map((level) => valueOf<MeasuredValue>(level)),
    ({ kpi }) => kpi,
  );
  return targets
    .map((level) => valueOf<TargetValue>(level))
    .toSorted((a, b) => (a.kpi < b.kpi ? -1 : 1))
    .flatMap((target) => {
      const values = measured.get(target.kpi) ?? [];
      return values.length > 0 ? values.map((value) => viewOf(target, value)) : [viewOf(target)];
    });
}

function viewOf({ kpi, formulaVersion, target, threshold, direction }: TargetValue, measured?: MeasuredValue): KpiView {
  const figure = keyFigureOf(kpi);
  const agreed = { kpi, formulaVersion, target, threshold, direction, inUse: figure !== undefined };
  const named = figure && { title: figure.title, figure: figure.formula };
  if (!measured) return { ...agreed, ...named, status: 'not-measured' };
  const { planId, value, undefinedReason, status, asOf: measuredAsOf, cut } = measured;
  return {
    ...agreed,
    ...named,
    planId,
    status,
    measuredAsOf,
    cut,
    ...(value !== undefined && { value }),
    ...(undefinedReason !== undefined && { undefinedReason }),
  };
}
