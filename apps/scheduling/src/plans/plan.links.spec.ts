import type { PlanFact } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import { add, begun, link, linked, planId, putLink } from '../testing/plan-stories.ts';
import { plan } from './plan.decider.ts';

const { given, stateAfter } = scenarios(plan);

describe('links', () => {
  const three = [begun, add('A'), add('B'), add('C')];

  it('join two activities, once per type', () => {
    given(...three)
      .when(putLink(link('A', 'B')))
      .then(linked('A', 'B'));
    given(...three, linked('A', 'B'))
      .when(putLink(link('A', 'B')))
      .thenNothing();
    given(...three, linked('A', 'B'))
      .when(putLink(link('A', 'B', { linkId: idOf('twice') })))
      .thenRefused('link-exists-already');
    given(...three, linked('A', 'B'))
      .when(putLink(link('A', 'B', { type: 'SS' })))
      .then(linked('A', 'B', { type: 'SS' }));
  });

  it('change type and lag, never their ends', () => {
    const { linkId } = link('A', 'B');
    const changed = link('A', 'B', { linkId, type: 'FF', lag: -60, lagCalendar: '24h' });
    given(...three, linked('A', 'B'))
      .when(putLink(changed))
      .thenRefused('plan-version-not-said');
    given(...three, linked('A', 'B'))
      .when(putLink(changed, true))
      .then({ type: 'scheduling.LinkChanged', data: { planId, linkId, type: 'FF', lag: -60, lagCalendar: '24h' } });
    given(...three, linked('A', 'B'))
      .when(putLink({ ...link('A', 'C'), linkId }, true))
      .thenRefused('link-has-other-ends');
  });

  it('are refused where an end is missing, the same, or a summary', () => {
    given(...three)
      .when(putLink(link('A', 'Z')))
      .thenRefused('link-dangling');
    given(...three)
      .when(putLink(link('Z', 'A')))
      .thenRefused('link-dangling');
    given(...three)
      .when(putLink(link('A', 'A')))
      .thenRefused('link-to-itself');
    given(...three, add('S', { type: 'summary', duration: 0 }))
      .when(putLink(link('S', 'A')))
      .thenRefused('link-on-summary');
  });

  it('never close a circle; the refusal names it step by step', () => {
    const decision = plan.decide(
      putLink(link('C', 'A')),
      stateAfter(...three, linked('A', 'B'), linked('B', 'C', { type: 'SS' })),
    );
    expect(decision).toMatchObject({ accepted: false, refusal: 'plan-would-have-a-cycle' });
    const path = decision.accepted ? [] : (decision.details?.['path'] as readonly { code: string; type: string }[]);
    expect(path.map(({ code, type }) => `${code} ${type}`).toSorted()).toEqual(['A FS', 'B SS', 'C FS']);
  });

  it('are removed', () => {
    const { linkId } = link('A', 'B');
    const unlinked: PlanFact = { type: 'scheduling.ActivitiesUnlinked', data: { planId, linkId } };
    given(...three, linked('A', 'B'))
      .when({ type: 'UnlinkActivities', data: { linkId } })
      .then(unlinked);
    given(...three)
      .when({ type: 'UnlinkActivities', data: { linkId } })
      .thenRefused('link-not-found');
    given(...three, linked('A', 'B'), unlinked)
      .when(putLink(link('B', 'A')))
      .then(linked('B', 'A'));
  });
});
