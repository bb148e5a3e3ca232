import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import type { Reading, SeenDecision, SeenLevel } from '@bw/projections';
import { detailOf, valueOf } from '../reading/values.ts';
import type { PolicyView, ProximityView, RatingView, ResponseView, RiskView } from './register.views.ts';

const MEASURES = ['', '.inherent', '.current', '.residual', '.response', '.owner', '.proximity', '.next-review'].map(
  (part) => `risk${part}`,
);

type Statement = Pick<RiskView, 'title' | 'kind' | 'category' | 'cause' | 'event' | 'effect'>;

/** The register of an engagement where the reading stands; the gravest risk first. */
@Injectable()
export class RegisterQuery {
  /** By which scales, matrix and appetite it is kept; undefined before any was agreed. */
  async policy(reading: Reading, engagement: Id): Promise<PolicyView | undefined> {
    const [level] = await reading.levels({ subject: engagement, measures: ['risk.policy'] });
    return level && valueOf<PolicyView>(level);
  }

  async risks(reading: Reading, engagement: Id): Promise<readonly RiskView[]> {
    const [levels, decisions] = await Promise.all([
      reading.levels({ engagement, measures: MEASURES }),
      reading.decisions({ engagement, kinds: ['risk'] }),
    ]);
    const levelsOf = Map.groupBy(levels, ({ subject }) => subject);
    const histories = Map.groupBy(decisions, ({ subject }) => subject);
    const day = reading.point.asOf.slice(0, 10);
    return [...histories]
      .flatMap(([riskId, history]) => riskView(riskId, { levels: levelsOf.get(riskId) ?? [], history, day }))
      .toSorted((a, b) => (b.current?.score ?? 0) - (a.current?.score ?? 0));
  }
}

interface KnownRisk {
  readonly levels: readonly SeenLevel[];
  readonly history: readonly SeenDecision[];
  readonly day: string;
}

function riskView(riskId: Id, { levels, history, day }: KnownRisk): readonly RiskView[] {
  const value = <Value>(measure: string): Value | undefined => {
    const level = levels.find((each) => each.measure === measure);
    return level && valueOf<Value>(level);
  };
  const statement = value<Statement>('risk');
  const standing = stateOf(history);
  if (!statement || !standing) return [];
  const { title, kind, category, cause, event, effect } = statement;
  const [inherent, current, residual] = [
    value<RatingView>('risk.inherent'),
    value<RatingView>('risk.current'),
    value<RatingView>('risk.residual'),
  ];
  const [response, proximity, owner, nextReview] = [
    value<ResponseView>('risk.response'),
    value<ProximityView>('risk.proximity'),
    value<string>('risk.owner'),
    value<string>('risk.next-review'),
  ];
  const isOpen = standing.state === 'open' || standing.state === 'accepted';
  const overdue = [nextReview, proximity?.to].some((until) => until !== undefined && until < day);
  return [
    {
      riskId,
      title,
      kind,
      category,
      cause,
      event,
      effect,
      ...standing,
      ...(inherent && { inherent }),
      ...(current && { current }),
      ...(residual && { residual }),
      ...(response && {
        response: { strategy: response.strategy, plan: response.plan, ...(response.due && { due: response.due }) },
      }),
      ...(proximity && { proximity }),
      ...(owner && { owner }),
      ...(nextReview && { nextReview }),
      reviewOverdue: isOpen && overdue,
    },
  ];
}

type Standing = Pick<RiskView, 'state' | 'since' | 'acceptedUntil' | 'acceptanceExpired' | 'issueId'>;

/** The state after what happened so far; undefined before it was identified. */
function stateOf(history: readonly SeenDecision[]): Standing | undefined {
  return history.reduce<Standing | undefined>((standing, decision) => {
    const { outcome, effective: since } = decision;
    switch (outcome) {
      case 'identified':
        return { state: 'open', since };
      case 'expired':
        return { state: 'open', since, acceptanceExpired: true };
      case 'accepted':
        return { state: 'accepted', since, acceptedUntil: detailOf<{ readonly expires: string }>(decision).expires };
      case 'triggered':
        return { state: 'triggered', since, issueId: detailOf<{ readonly issueId: Id }>(decision).issueId };
      case 'closed':
        return { state: 'closed', since };
      default:
        return standing;
    }
  }, undefined);
}
