import { ContractCatalogue } from '@bw/contracts-base';
import { engagementContracts } from '@bw/contracts-engagement';
import { reportingContracts } from '@bw/contracts-reporting';
import { riskContracts } from '@bw/contracts-risk';
import { schedulingContracts } from '@bw/contracts-scheduling';
import { factProjection } from '@bw/projections';
import { sampleEvent } from '@bw/testing';
import { projections } from './projections.ts';

const { contracts } = ContractCatalogue.join(
  engagementContracts,
  schedulingContracts,
  riskContracts,
  reportingContracts,
);

const told = (type: string) => {
  const contract = contracts.find((each) => each.type === type);
  if (!contract) throw new Error(`There is no contract of ${type}.`);
  return projections.flatMap((projection) => projection.facts(sampleEvent({ type, data: contract.sample })));
};

describe('projections', () => {
  it.each(contracts.map(({ type }) => type))('tell facts of %s that rows can hold', (type) => {
    const facts = told(type);
    expect(facts.filter(({ subject }) => !/^[0-9a-f-]{36}(\/[\w-]*)*$/.test(subject))).toEqual([]);
    const amounts = facts.flatMap((fact) => (fact.fact === 'flow' ? [fact.amount] : []));
    expect(amounts.filter((amount) => !Number.isSafeInteger(amount))).toEqual([]);
    const values = facts.flatMap((fact) => (fact.fact === 'level' ? [fact.value] : []));
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });

  it('have names of their own', () => {
    expect(new Set(projections.map(({ name }) => name)).size).toBe(projections.length);
  });

  it.each([
    ['scheduling.ProgressRecorded', 'level', 'progress'],
    ['scheduling.ProgressCorrected', 'level', 'progress'],
    ['scheduling.ActualCostRecorded', 'flow', 'cost.project'],
    ['scheduling.BaselineApproved', 'decision', 'approved'],
    ['scheduling.DataDateAdvanced', 'level', 'plan.data-date'],
    ['engagement.IntakeStarted', 'decision', 'intake'],
    ['engagement.KpiTargetAgreed', 'level', 'kpi-target'],
    ['engagement.ApprovalGranted', 'decision', 'granted'],
    ['risk.RiskAccepted', 'decision', 'accepted'],
    ['risk.SlaBreached', 'decision', 'breached'],
  ])('tell of %s as %s %s', (type, kind, name) => {
    const facts = told(type).map((fact) => [fact.fact, fact.fact === 'decision' ? fact.outcome : fact.measure]);
    expect(facts).toContainEqual([kind, name]);
  });

  it('tell of a forecast from when its event holds, for the plan may begin later', () => {
    const facts = told('scheduling.ScheduleCalculated').filter(({ subject }) => subject.length === 36);
    expect(facts).toEqual([expect.objectContaining({ fact: 'level', measure: 'plan.schedule' })]);
    expect(facts[0]?.effective).toBeUndefined();
  });

  it('say nothing about what they do not know, not even by a name that every object has', () => {
    const nothing = factProjection({ name: 'nothing', version: 1 }, {});
    expect(nothing.facts(sampleEvent({ type: 'constructor', data: {} }))).toEqual([]);
  });
});
