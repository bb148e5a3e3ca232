import { useAll, useReading } from '../api/readings.ts';
import type { Approval, EngagementLine, Issue, Page, PlanActivity, Risk } from '../api/views.ts';
import { t, tCode } from '../texts/t.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import type { Entry } from './find.ts';
import { useGo, usePlace } from './use-place.ts';

/** From as many letters on, things inside of the engagement are looked for, too. */
const ENOUGH = 2;
const MANY = '200';

/** Everything that can be gone to or done from here. What lies inside an engagement is read when somebody types. */
export function useEntries(text: string): readonly Entry[] {
  const place = usePlace();
  const go = useGo();
  const engagements = useAll<EngagementLine>('portfolio').data ?? [];
  const here = engagements.find(({ engagementId }) => engagementId === place.engagement);
  const engagement = place.engagement ?? '';
  const plan = place.plan ?? here?.plans[0]?.planId ?? '';
  const isAsked = text.trim().length >= ENOUGH;
  const inside = { engagement, limit: MANY };

  const risks = useReading<Page<Risk>>('register', inside, isAsked && engagement !== '');
  const issues = useReading<Page<Issue>>('issue-clocks', inside, isAsked && engagement !== '');
  const decisions = useReading<Page<Approval>>('decision-inbox', { limit: MANY }, isAsked);
  const activities = useReading<Page<PlanActivity>>('plan-activities', { plan, limit: MANY }, isAsked && plan !== '');
  const to =
    (tab: string, more: Readonly<Record<string, string>> = {}) =>
    () =>
      go(`/engagements/${engagement}`, { tab, ...more });

  return [
    ...commands
      .filter(({ when }) => when?.(place) ?? true)
      .map((command) => ({ ...commandEntry(command), run: () => command.run(go, place) })),
    ...engagements.map(({ engagementId, title, code, clientName = '' }) => ({
      id: engagementId,
      group: t('palette.engagements'),
      title,
      about: `${code}, ${clientName}`,
      run: () => go(`/engagements/${engagementId}`),
    })),
    ...(decisions.data?.items ?? []).map(({ approvalId, engagementId, kind }) => ({
      id: approvalId,
      group: t('frame.decisions'),
      title: tCode('decisions.kind', kind),
      about: engagements.find((each) => each.engagementId === engagementId)?.title,
      run: () => go(`/engagements/${engagementId}`, { tab: 'decisions' }),
    })),
    ...(risks.data?.items ?? []).map(({ riskId, title, category }) => ({
      id: riskId,
      group: t('tab.risks'),
      title,
      about: category,
      run: to('risks', { risk: riskId }),
    })),
    ...(issues.data?.items ?? []).map(({ issueId, title, state }) => ({
      id: issueId,
      group: t('tab.issues'),
      title,
      about: tCode('issue', state),
      run: to('issues', { issue: issueId }),
    })),
    ...(activities.data?.items ?? []).map(({ activityId, code, name }) => ({
      id: activityId,
      group: t('palette.activities'),
      title: name,
      about: code,
      run: to('plan', { plan, activity: activityId }),
    })),
  ];
}

/** What goes somewhere stands apart from what does something. */
function commandEntry({ id, titleKey, keys, also }: Command): Omit<Entry, 'run'> {
  const group = t(keys?.startsWith('g ') ? 'palette.goTo' : 'palette.do');
  return { id, group, title: t(titleKey), ...(keys && { keys }), ...(also && { also }) };
}
