import type { EscalationEvent, EscalationResolved, Severity } from '@bw/contracts-risk';
import { accept, type Decider, type Decision, type Instant, type Issued, refuse } from '@bw/kernel';
import type { EscalationState, Step } from './escalation.ts';

export interface ClimbTo {
  readonly type: 'ClimbTo';
  readonly data: {
    readonly escalationId: string;
    readonly engagementId: string;
    readonly issueId: string;
    readonly severity: Severity;
    readonly clockId: string;
    readonly since: Instant;
    /** Which ladder of the subject is meant: a late timer must not climb the next one. */
    readonly cycle: number;
    readonly steps: readonly Step[];
  };
  readonly issued: Issued;
}

export type EscalationCommand =
  | ClimbTo
  | { readonly type: 'AcknowledgeEscalation'; readonly data: object; readonly issued: Issued }
  | {
      readonly type: 'EndEscalation';
      readonly data: Pick<EscalationResolved, 'outcome' | 'at'>;
      readonly issued: Issued;
    };

export type EscalationRefusal = 'escalation-not-found' | 'escalation-has-ended';

type Verdict = Decision<EscalationEvent, EscalationRefusal>;

/** A ladder: its levels are told in order, each once in a cycle, until somebody acknowledges or its subject is done. */
export const escalation: Decider<EscalationState, EscalationCommand, EscalationEvent, EscalationRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'ClimbTo':
        return climb(command, state);
      case 'AcknowledgeEscalation':
        return acknowledge(command.issued, state);
      case 'EndEscalation':
        if (state.status === 'none' || state.status === 'ended') return accept();
        return accept({ type: 'risk.EscalationResolved', data: { ...ofLadder(state), ...command.data } });
    }
  },

  evolve(state, event) {
    if (event.type === 'risk.EscalationRaised') {
      const { level, since, clockId } = event.data;
      return { ...ofLadder(event.data), status: 'climbing', level, since, clockId };
    }
    if (state.status === 'none' || state.status === 'ended') return state;
    switch (event.type) {
      case 'risk.EscalationAdvanced':
        return { ...state, level: event.data.level };
      case 'risk.EscalationUnreachable':
        return state;
      case 'risk.EscalationAcknowledged': {
        const { level, clockId } = state;
        return { ...ofLadder(state), status: 'acknowledged', level, clockId };
      }
      case 'risk.EscalationResolved':
        return { ...ofLadder(state), status: 'ended', endedAt: event.data.at };
    }
  },
};

/** The cycle that a ladder of this subject is in, or would begin now. */
export function cycleOf(state: EscalationState): number {
  if (state.status === 'none') return 1;
  return state.status === 'ended' ? state.cycle + 1 : state.cycle;
}

function climb({ data }: ClimbTo, state: EscalationState): Verdict {
  if (data.cycle !== cycleOf(state) || state.status === 'acknowledged') return accept();
  const { escalationId, engagementId, issueId, cycle, since, clockId, severity } = data;
  const ladder = { escalationId, engagementId, subject: { kind: 'issue', id: issueId }, cycle } as const;
  const reached = state.status === 'climbing' ? state.level : 0;

  const facts = data.steps
    .filter(({ level }) => level > reached)
    .flatMap(({ level, role, at, unreachable }, index): readonly EscalationEvent[] => {
      const here = { ...ladder, level, role };
      const first = state.status !== 'climbing' && index === 0;
      const effective = { at };
      return [
        first
          ? { type: 'risk.EscalationRaised', data: { ...here, since, clockId, severity }, effective }
          : { type: 'risk.EscalationAdvanced', data: here, effective },
        ...(unreachable
          ? [{ type: 'risk.EscalationUnreachable', data: { ...here, why: unreachable }, effective } as const]
          : []),
      ];
    });
  return accept(...facts);
}

function acknowledge({ actor }: Issued, state: EscalationState): Verdict {
  switch (state.status) {
    case 'none':
      return refuse('escalation-not-found');
    case 'ended':
      return refuse('escalation-has-ended');
    case 'acknowledged':
      return accept();
    case 'climbing':
      return accept({
        type: 'risk.EscalationAcknowledged',
        data: { ...ofLadder(state), level: state.level, by: actor },
      });
  }
}

function ofLadder({
  escalationId,
  engagementId,
  subject,
  cycle,
}: Pick<Extract<EscalationState, { cycle: number }>, 'escalationId' | 'engagementId' | 'subject' | 'cycle'>) {
  return { escalationId, engagementId, subject, cycle };
}
