import type {
  DelegationSet,
  EscalationPolicyAgreed,
  GovernanceAmended,
  GovernanceEvent,
  KpiTargetAgreed,
  KpiTargetWithdrawn,
  ServiceLevelAgreed,
} from '@bw/contracts-engagement';
import { accept, type Decider, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { isSame } from '../content-hash.ts';
import { type Governance, governanceHash, severitiesWithoutPath } from './governance.ts';
import {
  type GovernanceAnswer,
  type GovernanceRefusal,
  wrongDelegation,
  wrongKpiTarget,
  wrongPolicy,
  wrongServiceLevel,
} from './governance.rules.ts';

type Change =
  | Command<'SetKpiTarget', KpiTargetAgreed>
  | Command<'WithdrawKpiTarget', KpiTargetWithdrawn>
  | Command<'SetServiceLevel', ServiceLevelAgreed>
  | Command<'SetEscalationPolicy', EscalationPolicyAgreed>
  | Command<'SetDelegation', DelegationSet>;

export type GovernanceCommand =
  | Change
  | Command<'AgreeGovernance', Pick<GovernanceAmended, 'engagementId'>>
  | Command<'AmendGovernance', GovernanceAmended>;

export const governance: Decider<Governance, GovernanceCommand, GovernanceEvent, GovernanceRefusal> = {
  initial: { status: 'draft', version: 0, kpiTargets: [], serviceLevels: [], delegations: [] },

  decide(command, state) {
    if (command.type === 'AgreeGovernance') return agree(command.data.engagementId, state);
    if (command.type === 'AmendGovernance') {
      if (state.status !== 'agreed') return refuse('governance-is-not-agreed');
      return accept({ type: 'engagement.GovernanceAmended', data: command.data });
    }
    return state.status === 'agreed' ? refuse('governance-is-agreed') : change(command, state);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'engagement.KpiTargetAgreed':
        return { ...state, kpiTargets: [...withoutKpi(state, event.data.kpi), event.data] };
      case 'engagement.KpiTargetWithdrawn':
        return { ...state, kpiTargets: withoutKpi(state, event.data.kpi) };
      case 'engagement.ServiceLevelAgreed': {
        const others = state.serviceLevels.filter(({ severity }) => severity !== event.data.severity);
        return { ...state, serviceLevels: [...others, event.data] };
      }
      case 'engagement.EscalationPolicyAgreed':
        return { ...state, policy: event.data };
      case 'engagement.DelegationSet': {
        const others = state.delegations.filter(({ delegationId }) => delegationId !== event.data.delegationId);
        return { ...state, delegations: [...others, event.data] };
      }
      case 'engagement.GovernanceAgreed':
        return { ...state, status: 'agreed', version: event.data.version };
      case 'engagement.GovernanceAmended':
        return { ...state, status: 'amended' };
    }
  },
};

function change(command: Change, state: Governance): GovernanceAnswer {
  switch (command.type) {
    case 'SetKpiTarget': {
      const { data } = command;
      if (state.kpiTargets.some((target) => isSame(target, data))) return accept();
      return wrongKpiTarget(data) ?? accept({ type: 'engagement.KpiTargetAgreed', data });
    }
    case 'WithdrawKpiTarget': {
      const { data } = command;
      const isThere = state.kpiTargets.some(({ kpi }) => kpi === data.kpi);
      return isThere ? accept({ type: 'engagement.KpiTargetWithdrawn', data }) : accept();
    }
    case 'SetServiceLevel': {
      const { data } = command;
      if (state.serviceLevels.some((level) => isSame(level, data))) return accept();
      return wrongServiceLevel(data) ?? accept({ type: 'engagement.ServiceLevelAgreed', data });
    }
    case 'SetEscalationPolicy': {
      const { data } = command;
      if (isSame(state.policy, data)) return accept();
      return wrongPolicy(data) ?? accept({ type: 'engagement.EscalationPolicyAgreed', data });
    }
    case 'SetDelegation': {
      const { data } = command;
      if (state.delegations.some((delegation) => isSame(delegation, data))) return accept();
      return wrongDelegation(data) ?? accept({ type: 'engagement.DelegationSet', data });
    }
  }
}

function agree(engagementId: string, state: Governance): GovernanceAnswer {
  if (state.status === 'agreed') return accept();
  if (state.kpiTargets.length + state.serviceLevels.length === 0) return refuse('governance-is-empty');
  const severities = severitiesWithoutPath(state);
  if (severities.length > 0) return refuse('escalation-path-missing', { severities });
  const data = { engagementId, version: state.version + 1, contentHash: governanceHash(state) };
  return accept({ type: 'engagement.GovernanceAgreed', data });
}

function withoutKpi({ kpiTargets }: Governance, kpi: string): readonly KpiTargetAgreed[] {
  return kpiTargets.filter((target) => target.kpi !== kpi);
}
