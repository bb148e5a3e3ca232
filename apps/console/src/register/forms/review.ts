import type { DialogSpec } from '../../actions/command-dialog.tsx';
import { daysAfter } from '../../actions/days.ts';
import { formatDay } from '../../figures/figure.ts';
import { t } from '../../texts/t.ts';
import type { RiskLine } from '../risk.ts';
import { change, given, post, type RiskDesk, shown, thingOf } from './desk.ts';

const NEXT_REVIEW_DAYS = 30;

/** Looks at it again: it stands as it is. */
export function reviewRisk(desk: RiskDesk, risk: RiskLine): DialogSpec {
  const before = risk.nextReview;
  return {
    draft: `risk.review.${risk.riskId}`,
    title: t('risks.reviewThis', { title: risk.title }),
    about: t('risks.reviewAbout'),
    submit: t('risks.reviewed'),
    thing: thingOf(desk, risk),
    initial: { nextReview: daysAfter(desk.today, NEXT_REVIEW_DAYS) },
    fields: [
      { kind: 'day', name: 'nextReview', label: t('risks.review'), from: desk.today, required: true },
      { kind: 'area', name: 'note', label: t('risks.note'), example: t('risks.noteExample'), max: 1000 },
    ],
    command: {
      shown: shown(desk),
      send: (values, how) =>
        post(risk, 'reviews', { nextReview: values['nextReview'], note: given(values['note']) }, how),
      optimistic: ({ nextReview }) => change(risk, () => ({ nextReview, reviewOverdue: false })),
      done: ({ nextReview = '' }) => t('risks.reviewNext', { title: risk.title, day: formatDay(nextReview) }),
      undo: (_values, { version }) =>
        before === undefined
          ? undefined
          : {
              done: t('risks.reviewBack', { title: risk.title, day: formatDay(before) }),
              send: (key) =>
                post(risk, 'reviews', { nextReview: before, note: t('risks.byMistake') }, { key, version }),
              optimistic: change(risk, () => ({ nextReview: before, reviewOverdue: risk.reviewOverdue })),
            },
    },
  };
}
