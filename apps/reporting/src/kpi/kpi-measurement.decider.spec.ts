import type { KpiEvent } from '@bw/contracts-reporting';
import type { Issued } from '@bw/kernel';
import { idOf, scenarios, TEST_TENANT } from '@bw/testing';
import { kpiMeasurement, type MeasureKpi } from './kpi-measurement.decider.ts';
import { judge } from './kpi.judgement.ts';

const { given } = scenarios(kpiMeasurement);

const asOf = '2026-03-31T16:00:00.000Z';
const of = {
  measurementId: idOf('measurement', 'spi-t'),
  kpi: 'K02',
  engagementId: idOf('engagement', 'one'),
  planId: idOf('plan', 'one'),
};
const issued: Issued = {
  at: asOf,
  effective: { at: asOf },
  tenant: TEST_TENANT,
  actor: 'system:reporting',
  command: idOf('command', 'c'),
  correlation: idOf('command', 'c'),
  causation: idOf('command', 'c'),
};
const agreed = { target: '1', threshold: '0.9', direction: 'up', severity: 2 } as const;

const measure = (value?: string, lineage = 'a'): MeasureKpi => ({
  type: 'MeasureKpi',
  data: {
    ...of,
    formulaVersion: 1,
    asOf,
    cut: 's7',
    lineage,
    agreed,
    ...(value ? { value } : { undefinedReason: 'NO_BASELINE' }),
  },
  issued,
});
const measured = (status: 'met' | 'watch' | 'breached' | 'unknown', value?: string, lineage = 'a'): KpiEvent => ({
  type: 'reporting.KpiMeasured',
  data: {
    ...of,
    formulaVersion: 1,
    asOf,
    cut: 's7',
    lineage,
    target: '1',
    threshold: '0.9',
    status,
    ...(value ? { value } : { undefinedReason: 'NO_BASELINE' }),
  },
  effective: { at: asOf },
});
const crossed = (value: string): KpiEvent => ({
  type: 'reporting.KpiThresholdCrossed',
  data: { ...of, value, severity: 2, threshold: '0.9', status: 'breached' },
  effective: { at: asOf },
});
const recovered = (value: string): KpiEvent => ({
  type: 'reporting.KpiRecovered',
  data: { ...of, value, threshold: '0.9' },
  effective: { at: asOf },
});

describe('a key figure', () => {
  it('is measured', () => {
    given().when(measure('1.0200000000')).then(measured('met', '1.0200000000'));
  });

  it('is not said again while nothing is new', () => {
    given(measured('met', '1.0200000000')).when(measure('1.0200000000')).thenNothing();
  });

  it('is said again where it stands on other facts, though its value is the same', () => {
    given(measured('met', '1.0200000000'))
      .when(measure('1.0200000000', 'b'))
      .then(measured('met', '1.0200000000', 'b'));
  });

  it('crosses its threshold once', () => {
    given().when(measure('0.8')).then(measured('breached', '0.8'), crossed('0.8'));
    given(measured('breached', '0.8'), crossed('0.8')).when(measure('0.7')).then(measured('breached', '0.7'));
  });

  it('recovers, and may cross again', () => {
    given(measured('breached', '0.8'), crossed('0.8'))
      .when(measure('0.95'))
      .then(measured('watch', '0.95'), recovered('0.95'));
    given(measured('breached', '0.8'), crossed('0.8'), measured('watch', '0.95'), recovered('0.95'))
      .when(measure('0.8'))
      .then(measured('breached', '0.8'), crossed('0.8'));
  });

  it('without a value neither crosses nor recovers', () => {
    given().when(measure()).then(measured('unknown'));
    given(measured('breached', '0.8'), crossed('0.8')).when(measure()).then(measured('unknown'));
  });
});

describe('the judgement of a value', () => {
  it.each([
    ['1', 'up', 'met'],
    ['0.9999999999', 'up', 'watch'],
    ['0.9', 'up', 'watch'],
    ['0.8999999999', 'up', 'breached'],
    ['0.9', 'down', 'met'],
    ['1', 'down', 'met'],
    ['1.05', 'down', 'watch'],
    ['1.2', 'down', 'breached'],
    [undefined, 'up', 'unknown'],
  ] as const)('%s, better when %s, is %s', (value, direction, status) => {
    const bounds = direction === 'up' ? { target: '1', threshold: '0.9' } : { target: '1', threshold: '1.1' };
    expect(judge(value, { ...bounds, direction })).toBe(status);
  });
});
