import {
  type DelegationSet,
  type EscalationPolicyAgreed,
  type GovernanceEvent,
  type KpiTargetAgreed,
  sampleIds,
  type ServiceLevelAgreed,
} from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { governance, type GovernanceCommand } from './governance.decider.ts';
import { governanceHash, severitiesWithoutHours } from './governance.ts';

const { given, stateAfter } = scenarios(governance);
const issued = issuedBy(sampleIds.director);
const { engagement: engagementId, calendar, delegation: delegationId } = sampleIds;

const K01: KpiTargetAgreed = {
  engagementId,
  kpi: 'K01',
  formulaVersion: 1,
  target: '1',
  threshold: '0.90',
  direction: 'up',
  severity: 2,
};
const level: ServiceLevelAgreed = {
  engagementId,
  severity: 1,
  acknowledgeMinutes: 15,
  resolveMinutes: 240,
  warnAtBp: [5_000, 8_000],
  reopen: 'continue',
};
const path: EscalationPolicyAgreed = {
  engagementId,
  levels: [
    { level: 1, role: 'project-manager', afterMinutes: 0 },
    { level: 2, role: 'director', afterMinutes: 30 },
  ],
  severities: [1, 2],
};
const right: DelegationSet = {
  engagementId,
  delegationId,
  kind: 'baseline',
  role: 'sponsor',
  limit: 500_00,
  currency: 'EUR',
  from: '2026-01-05',
};

const kpi = (changes: Partial<KpiTargetAgreed> = {}): GovernanceCommand => ({
  type: 'SetKpiTarget',
  data: { ...K01, ...changes },
  issued,
});
const withdraw: GovernanceCommand = { type: 'WithdrawKpiTarget', data: { engagementId, kpi: 'K01' }, issued };
const sla = (changes: Partial<ServiceLevelAgreed> = {}): GovernanceCommand => ({
  type: 'SetServiceLevel',
  data: { ...level, ...changes },
  issued,
});
const escalation = (changes: Partial<EscalationPolicyAgreed> = {}): GovernanceCommand => ({
  type: 'SetEscalationPolicy',
  data: { ...path, ...changes },
  issued,
});
const delegate = (changes: Partial<DelegationSet> = {}): GovernanceCommand => ({
  type: 'SetDelegation',
  data: { ...right, ...changes },
  issued,
});
const agree: GovernanceCommand = { type: 'AgreeGovernance', data: { engagementId }, issued };
const amend: GovernanceCommand = { type: 'AmendGovernance', data: { engagementId, reason: 'More hours.' }, issued };

const kpiAgreed = (changes: Partial<KpiTargetAgreed> = {}): GovernanceEvent => ({
  type: 'engagement.KpiTargetAgreed',
  data: { ...K01, ...changes },
});
const withdrawn: GovernanceEvent = { type: 'engagement.KpiTargetWithdrawn', data: { engagementId, kpi: 'K01' } };
const slaAgreed = (changes: Partial<ServiceLevelAgreed> = {}): GovernanceEvent => ({
  type: 'engagement.ServiceLevelAgreed',
  data: { ...level, ...changes },
});
const escalationAgreed = (changes: Partial<EscalationPolicyAgreed> = {}): GovernanceEvent => ({
  type: 'engagement.EscalationPolicyAgreed',
  data: { ...path, ...changes },
});
const delegated = (changes: Partial<DelegationSet> = {}): GovernanceEvent => ({
  type: 'engagement.DelegationSet',
  data: { ...right, ...changes },
});
const agreed = (version: number, ...past: readonly GovernanceEvent[]): GovernanceEvent => ({
  type: 'engagement.GovernanceAgreed',
  data: { engagementId, version, contentHash: governanceHash(stateAfter(...past)) },
});
const amended: GovernanceEvent = {
  type: 'engagement.GovernanceAmended',
  data: { engagementId, reason: 'More hours.' },
};

describe('a target of a key figure', () => {
  it('is set, replaced by a later one, and withdrawn', () => {
    given().when(kpi()).then(kpiAgreed());
    given(kpiAgreed()).when(kpi()).then();
    given(kpiAgreed())
      .when(kpi({ target: '1.05' }))
      .then(kpiAgreed({ target: '1.05' }));
    given(kpiAgreed()).when(withdraw).then(withdrawn);
    given(kpiAgreed(), withdrawn).when(withdraw).then();
    expect(stateAfter(kpiAgreed(), kpiAgreed({ target: '1.05' })).kpiTargets).toMatchObject([{ target: '1.05' }]);
  });

  it('has its threshold on the worse side of its target', () => {
    given()
      .when(kpi({ threshold: '1.0001' }))
      .thenRefused('threshold-beyond-target');
    given()
      .when(kpi({ threshold: '1.00' }))
      .then(kpiAgreed({ threshold: '1.00' }));
    const slip = { kpi: 'K06', direction: 'down', target: '0', threshold: '10' } as const;
    given().when(kpi(slip)).then(kpiAgreed(slip));
    given()
      .when(kpi({ ...slip, threshold: '-0.5' }))
      .thenRefused('threshold-beyond-target');
  });
});

describe('a service level', () => {
  it('is set per severity, the last one counts', () => {
    given().when(sla()).then(slaAgreed());
    given(slaAgreed()).when(sla()).then();
    expect(stateAfter(slaAgreed(), slaAgreed({ resolveMinutes: 480 })).serviceLevels).toMatchObject([
      { resolveMinutes: 480 },
    ]);
  });

  it('acknowledges before it resolves, and warns ever later', () => {
    given()
      .when(sla({ resolveMinutes: 14 }))
      .thenRefused('resolve-before-acknowledge');
    given()
      .when(sla({ warnAtBp: [8_000, 5_000] }))
      .thenRefused('warning-points-out-of-order');
  });
});

describe('an escalation policy', () => {
  it('is set, and set again', () => {
    given().when(escalation()).then(escalationAgreed());
    given(escalationAgreed()).when(escalation()).then();
    given(escalationAgreed())
      .when(escalation({ severities: [1] }))
      .then(escalationAgreed({ severities: [1] }));
  });

  it('counts its levels from one, each reached later than the one before', () => {
    const [one, two] = path.levels;
    if (!one || !two) throw new Error('The sample has two levels.');
    given()
      .when(escalation({ levels: [two] }))
      .thenRefused('escalation-levels-out-of-order');
    const together = { levels: [one, { ...two, afterMinutes: 0 }] };
    given().when(escalation(together)).thenRefused('escalation-levels-out-of-order');
  });
});

describe('a delegation', () => {
  it('is set, and set again', () => {
    given().when(delegate()).then(delegated());
    given(delegated()).when(delegate()).then();
    expect(stateAfter(delegated(), delegated({ limit: 1 })).delegations).toMatchObject([{ limit: 1 }]);
  });

  it('has a limit of nothing or more, and ends no earlier than it begins', () => {
    given()
      .when(delegate({ limit: -1 }))
      .thenRefused('limit-is-negative');
    given()
      .when(delegate({ to: '2026-01-04' }))
      .thenRefused('period-ends-before-it-begins');
  });
});

describe('governance', () => {
  it('is agreed when every severity with a service level has a path', () => {
    given().when(agree).thenRefused('governance-is-empty');
    given(slaAgreed({ severity: 3 }), slaAgreed(), escalationAgreed({ severities: [2] }))
      .when(agree)
      .thenRefused('escalation-path-missing', { severities: [1, 3] });
    given(slaAgreed())
      .when(agree)
      .thenRefused('escalation-path-missing', { severities: [1] });
    const past = [kpiAgreed(), slaAgreed(), escalationAgreed()];
    given(...past)
      .when(agree)
      .then(agreed(1, ...past));
    given(...past, agreed(1, ...past))
      .when(agree)
      .then();
  });

  it('changes only after it was opened for it, and is agreed anew under the next version', () => {
    const past = [kpiAgreed(), agreed(1, kpiAgreed())];
    given(...past)
      .when(kpi({ target: '2' }))
      .thenRefused('governance-is-agreed');
    given(...past)
      .when(amend)
      .then(amended);
    given(...past, amended)
      .when(kpi({ target: '2' }))
      .then(kpiAgreed({ target: '2' }));
    given(...past, amended)
      .when(agree)
      .then(agreed(2, ...past, amended));
  });

  it('is opened for changes only where it was agreed', () => {
    given(kpiAgreed()).when(amend).thenRefused('governance-is-not-agreed');
    given(kpiAgreed(), agreed(1, kpiAgreed()), amended).when(amend).thenRefused('governance-is-not-agreed');
  });

  it('sees service levels whose hours nobody on the path answers', () => {
    const inHours = escalationAgreed({
      levels: [{ level: 1, role: 'director', afterMinutes: 0, calendarId: calendar }],
    });
    expect(severitiesWithoutHours(stateAfter(slaAgreed(), inHours))).toEqual([1]);
    expect(severitiesWithoutHours(stateAfter(slaAgreed({ calendarId: calendar }), inHours))).toEqual([]);
    expect(severitiesWithoutHours(stateAfter(slaAgreed(), escalationAgreed()))).toEqual([]);
    expect(severitiesWithoutHours(stateAfter(slaAgreed()))).toEqual([1]);
  });
});
