import { type EngagementStreamEvent, sampleIds } from '@bw/contracts-engagement';
import { idOf } from '@bw/testing';
import {
  added,
  agreements,
  deliverable,
  engagementId,
  goal,
  intakeStarted,
  opened,
  scopeOut,
  statements,
  taken,
} from '../../test/promise.ts';
import { bothSigned, gateAfter, ready } from '../../test/signed.ts';
import { failedItems } from './alignment.ts';
import type { Agreements } from './content.ts';

const { director, terms: termsId } = sampleIds;
const nothingAgreed: Agreements = { governance: { kpiTargets: [], serviceLevels: [] }, terms: [] };

describe('the alignment gate', () => {
  it('names what is missing, check by check, and shows what is not in use as that', () => {
    const { checks, passed } = gateAfter([opened, intakeStarted], nothingAgreed);
    expect(passed).toBe(false);
    expect(checks.map(({ id, state, items }) => [id, state, ...items.map(({ subject }) => subject)])).toEqual([
      ['measurable-goal', 'failed', 'measurable-goal'],
      ['deliverables-complete', 'passed'],
      ['scope-out', 'failed', 'scope-out'],
      ['intake-warnings', 'passed'],
      ['raci', 'not-in-use'],
      ['cadence', 'not-in-use'],
      ['escalation-path', 'failed', 'escalation-policy'],
      ['kpi-targets', 'failed', 'kpi-targets'],
      ['terms-priced', 'failed', 'terms'],
      ['obligations', 'not-in-use'],
      ['signatures', 'failed', 'signature/provider', 'signature/client'],
    ]);
  });

  it('passes when every check in use does', () => {
    const alignment = gateAfter(bothSigned);
    expect(alignment.passed).toBe(true);
    expect(failedItems(alignment)).toEqual([]);
    expect(alignment.content.map(({ subject }) => subject)).toEqual(
      [
        `intake/${goal}`,
        `intake/${deliverable}`,
        `intake/${scopeOut}`,
        'kpi-target/K01',
        'kpi-target/K02',
        'kpi-target/K03',
        'service-level/1',
        'escalation-policy',
        `terms/${termsId}`,
      ].toSorted(),
    );
  });

  it('wants a goal with measure and owner, and deliverables with criteria and owner', () => {
    const vague = [
      added(goal, { ...statements.goal, owner: undefined }),
      added(deliverable, { ...statements.deliverable, criteria: [] }),
    ];
    const { checks } = gateAfter([opened, intakeStarted, ...vague]);
    expect(checks.filter(({ state }) => state === 'failed').map(({ items }) => items[0]?.subject)).toEqual([
      `intake/${goal}`,
      `intake/${deliverable}`,
      'scope-out',
      'signature/provider',
    ]);
  });

  it('is shut by what is questionable until somebody waives it', () => {
    const again = idOf('again');
    const twice = [...taken, added(again, statements.deliverable)];
    const warnings = (past: readonly EngagementStreamEvent[]) =>
      gateAfter(past).checks.find(({ id }) => id === 'intake-warnings')?.items;
    expect(warnings(twice)).toEqual([
      { subject: `intake/${deliverable}`, problem: `duplicate of intake/${again}` },
      { subject: `intake/${again}`, problem: `duplicate of intake/${deliverable}` },
    ]);
    const waived = [deliverable, again].map((itemId): EngagementStreamEvent => ({
      type: 'engagement.IntakeItemWaived',
      data: { engagementId, itemId, concerns: ['duplicate'], by: director, reason: 'Two portals.' },
    }));
    expect(warnings([...twice, ...waived])).toEqual([]);
    const vague = [...taken, added(again, { ...statements.deliverable, title: 'Reports', ambiguous: true })];
    expect(warnings(vague)).toEqual([{ subject: `intake/${again}`, problem: 'ambiguous' }]);
  });

  it('wants a path for every severity and every hour, and prices on all terms', () => {
    const [terms] = agreements.terms;
    const { policy } = agreements.governance;
    if (!terms || !policy) throw new Error('The sample has terms and a policy.');
    const thin: Agreements = {
      governance: {
        ...agreements.governance,
        policy: {
          ...policy,
          severities: [1, 2],
          levels: [{ level: 1, role: 'director', afterMinutes: 0, calendarId: sampleIds.calendar }],
        },
      },
      terms: [{ ...terms, lines: [] }],
    };
    expect(failedItems(gateAfter(ready, thin), ['signatures'])).toEqual([
      { check: 'escalation-path', subject: 'escalation-policy', problem: 'Severity 3 has no escalation path.' },
      { check: 'escalation-path', subject: 'escalation-policy', problem: 'Severity 4 has no escalation path.' },
      {
        check: 'escalation-path',
        subject: 'service-level/1',
        problem: 'No level of the escalation path answers in the hours that count.',
      },
      { check: 'terms-priced', subject: `terms/${termsId}`, problem: 'The terms have no rate line.' },
    ]);
  });

  it('lists goals that nothing serves and deliverables that serve nothing, without being shut by them', () => {
    expect(gateAfter(ready).orphans).toEqual([]);
    const lost = [
      opened,
      intakeStarted,
      added(goal, statements.goal),
      added(deliverable, { ...statements.deliverable, goals: [] }),
    ];
    expect(gateAfter(lost).orphans).toEqual([`intake/${goal}`, `intake/${deliverable}`]);
  });
});
