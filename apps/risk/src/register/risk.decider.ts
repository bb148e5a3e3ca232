import {
  OPPORTUNITY_STRATEGIES,
  RATED,
  type RiskAssessed,
  type RiskRegisterEvent,
  THREAT_STRATEGIES,
} from '@bw/contracts-risk';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import { authorityFor, rolesFor, scoreOf, type Scoring } from '../policy/scoring.ts';
import type {
  AcceptRisk,
  AssessRisk,
  ExpireAcceptance,
  IdentifyRisk,
  MarkTriggered,
  PlanResponse,
  RescoreRisk,
  RiskCommand,
} from './risk.commands.ts';
import { evolveRisk } from './risk.evolve.ts';
import type { LiveRisk, RiskState } from './risk.ts';

export type RiskRefusal =
  | 'risk-not-found'
  | 'risk-already-identified'
  | 'risk-is-closed'
  | 'risk-has-struck'
  | 'proximity-ends-before-it-begins'
  | 'strategy-not-for-this-kind'
  | 'acceptance-already-over'
  | 'authority-too-low'
  | 'opportunity-is-no-issue';

type Verdict = Decision<RiskRegisterEvent, RiskRefusal>;

/** The register's rules: a risk is identified, assessed, answered or accepted for a time, and ends struck or closed. */
export const risk: Decider<RiskState, RiskCommand, RiskRegisterEvent, RiskRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'IdentifyRisk') {
      return state.status === 'none' ? identify(command) : refuse('risk-already-identified');
    }
    switch (state.status) {
      case 'none':
        return refuse('risk-not-found');
      case 'closed':
        return isOfTheHouse(command) ? accept() : refuse('risk-is-closed');
      case 'triggered':
        if (isOfTheHouse(command) || isSameTrigger(command, state.issueId)) return accept();
        return command.type === 'CloseRisk' ? close(command.data.why, state) : refuse('risk-has-struck');
      case 'identified':
      case 'analysed':
      case 'responding':
      case 'accepted':
      case 'expired':
        return decideOnLive(command, state);
    }
  },

  evolve: evolveRisk,
};

function decideOnLive(command: Exclude<RiskCommand, IdentifyRisk>, now: LiveRisk): Verdict {
  switch (command.type) {
    case 'AssessRisk':
      return assess(command, now);
    case 'RescoreRisk':
      return rescore(command, now);
    case 'PlanResponse':
      return planResponse(command, now);
    case 'AcceptRisk':
      return bear(command, now);
    case 'ExpireAcceptance':
      return expire(command, now);
    case 'ReviewRisk':
      if (endsBeforeItBegins(command.data.proximity)) return refuse('proximity-ends-before-it-begins');
      return accept({ type: 'risk.RiskReviewed', data: { ...idsOf(now), ...command.data } });
    case 'MarkTriggered':
      return strike(command, now);
    case 'CloseRisk':
      return close(command.data.why, now);
  }
}

function identify({ data: { policy, ...statement } }: IdentifyRisk): Verdict {
  if (endsBeforeItBegins(statement.proximity)) return refuse('proximity-ends-before-it-begins');
  const score = scoreOf(policy, statement);
  return accept<RiskRegisterEvent>(
    { type: 'risk.RiskIdentified', data: { ...statement, ...score } },
    ...(score.aboveAppetite ? [exceeded(statement, score.score, policy)] : []),
  );
}

function assess({ data: { policy, rated, likelihood, impact } }: AssessRisk, now: LiveRisk): Verdict {
  return accept(...scored(now, policy, [{ rated, likelihood, impact, because: 'assessment' }]));
}

/** Each score by the new matrix, from the likelihood and impact it was made of. */
function rescore({ data: { policy } }: RescoreRisk, now: LiveRisk): Verdict {
  const old = RATED.flatMap((rated) => {
    const score = now.scores[rated];
    return score && score.policyVersion < policy.version ? [{ ...score, rated, because: 'policy' as const }] : [];
  });
  return accept(...scored(now, policy, old));
}

function planResponse({ data: { policy, target, ...response } }: PlanResponse, now: LiveRisk): Verdict {
  const strategies: readonly string[] = now.kind === 'threat' ? THREAT_STRATEGIES : OPPORTUNITY_STRATEGIES;
  if (!strategies.includes(response.strategy)) {
    return refuse('strategy-not-for-this-kind', { kind: now.kind, strategies });
  }
  return accept<RiskRegisterEvent>(
    { type: 'risk.RiskResponsePlanned', data: { ...idsOf(now), ...response } },
    ...(target ? scored(now, policy, [{ ...target, rated: 'residual', because: 'assessment' }]) : []),
  );
}

function bear({ data: { policy, roles, mode, expires }, issued }: AcceptRisk, now: LiveRisk): Verdict {
  if (expires <= issued.at) return refuse('acceptance-already-over', { now: issued.at });
  const { score, policyVersion } = scoreOf(policy, now.scores.current);
  const role = authorityFor(policy, score, roles);
  if (!role) return refuse('authority-too-low', { score, roles: rolesFor(policy.appetite.bands, score) });
  return accept({
    type: 'risk.RiskAccepted',
    data: { ...idsOf(now), score, policyVersion, role, mode, expires },
  });
}

/** Quiet where the acceptance was renewed, or void, since the timer was set. */
function expire({ data: { expires } }: ExpireAcceptance, now: LiveRisk): Verdict {
  if (now.status !== 'accepted' || now.acceptance?.expires !== expires) return accept();
  const fact: RiskRegisterEvent = { type: 'risk.RiskExpired', data: { ...idsOf(now), expired: expires } };
  return accept({ ...fact, effective: { at: expires } });
}

function strike({ data: { issueId, severity, title } }: MarkTriggered, now: LiveRisk): Verdict {
  if (now.kind === 'opportunity') return refuse('opportunity-is-no-issue');
  return accept({
    type: 'risk.RiskTriggered',
    data: { ...idsOf(now), issueId, severity, title: title ?? now.title },
  });
}

function close(why: string, now: OfRisk): Verdict {
  return accept({ type: 'risk.RiskClosed', data: { ...idsOf(now), why } });
}

type Assessment = Pick<RiskAssessed, 'rated' | 'likelihood' | 'impact' | 'because'>;

/** The scores that are new, and once the current one rises above the appetite, a word about it. */
function scored(now: LiveRisk, policy: Scoring, assessments: readonly Assessment[]): readonly RiskRegisterEvent[] {
  return assessments.flatMap(({ rated, likelihood, impact, because }): readonly RiskRegisterEvent[] => {
    const score = scoreOf(policy, { likelihood, impact });
    const before = now.scores[rated];
    const stays =
      before?.likelihood === likelihood && before.impact === impact && before.policyVersion === score.policyVersion;
    if (stays) return [];
    const data = { ...idsOf(now), rated, likelihood, impact, ...score, because };
    const rises = rated === 'current' && score.aboveAppetite && !before?.aboveAppetite;
    return [{ type: 'risk.RiskAssessed', data }, ...(rises ? [exceeded(now, score.score, policy)] : [])];
  });
}

type OfRisk = { readonly riskId: string; readonly engagementId: string };

function idsOf({ riskId, engagementId }: OfRisk): OfRisk {
  return { riskId, engagementId };
}

function exceeded(ofRisk: OfRisk, score: number, { appetite, version }: Scoring): RiskRegisterEvent {
  return {
    type: 'risk.RiskAppetiteExceeded',
    data: { ...idsOf(ofRisk), score, tolerance: appetite.tolerance, policyVersion: version },
  };
}

function endsBeforeItBegins(proximity: { readonly from: string; readonly to: string } | undefined): boolean {
  return proximity !== undefined && proximity.to < proximity.from;
}

/** What the house does by itself has nothing to say about a risk that is over. */
function isOfTheHouse({ type }: RiskCommand): boolean {
  return type === 'RescoreRisk' || type === 'ExpireAcceptance';
}

function isSameTrigger(command: RiskCommand, issueId: string): boolean {
  return command.type === 'MarkTriggered' && command.data.issueId === issueId;
}
