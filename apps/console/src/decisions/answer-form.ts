import type { DialogSpec } from '../actions/command-dialog.tsx';
import { changeItems } from '../actions/patch.ts';
import { command } from '../api/request.ts';
import { formatDay, formatMoney } from '../figures/figure.ts';
import { t, tCode } from '../texts/t.ts';
import type { ApprovalLine } from './approval.ts';

const READING = 'decision-inbox';
const LONGEST_REASON = 500;

/** Says yes or no to exactly what was shown. There is no way back, by design: both sides rely on it. */
export function answerForm(approval: ApprovalLine, outcome: 'grant' | 'refuse', zone: string): DialogSpec {
  const { approvalId, engagementId, contentHash, kind, impact } = approval;
  const isNo = outcome === 'refuse';
  const what = [tCode('decisions.kind', kind), approval.engagementTitle].filter(Boolean).join(', ');
  return {
    draft: `approval.${outcome}.${approvalId}`,
    title: t(isNo ? 'decisions.refuseThis' : 'decisions.grantThis', { what }),
    about: [impactText(impact, zone), t(isNo ? 'decisions.refuseFinal' : 'decisions.grantFinal')].join(' '),
    submit: t(isNo ? 'decisions.refuse' : 'decisions.grant'),
    thing: { path: `approvals/${approvalId}`, stream: `apr-${approvalId}`, engagement: engagementId },
    fields: [
      {
        kind: 'area',
        name: 'reason',
        label: t(isNo ? 'decisions.reason' : 'decisions.reasonOptional'),
        example: isNo ? t('decisions.reasonExample') : undefined,
        max: LONGEST_REASON,
        required: isNo,
      },
    ],
    command: {
      shown: { path: READING, query: { engagement: engagementId } },
      send: ({ reason }, { key }) =>
        command(
          'POST',
          `/api/v1/approvals/${approvalId}/${outcome}`,
          { contentHash, ...(reason?.trim() && { reason: reason.trim() }) },
          { key },
        ),
      optimistic: () => [
        changeItems<ApprovalLine>(
          READING,
          (each) => each.approvalId === approvalId,
          (each) => ({ ...each, state: isNo ? 'refused' : 'granted' }),
        ),
      ],
      done: () => t(isNo ? 'decisions.refused' : 'decisions.granted'),
    },
  };
}

/** What follows from a yes, once more before it is said. */
function impactText(
  { bac, currency, activities, start = '', finish = '' }: ApprovalLine['impact'],
  zone: string,
): string {
  return t('decisions.follows', {
    bac: formatMoney(bac, currency),
    activities,
    start: formatDay(start, { zone }),
    finish: formatDay(finish, { zone }),
  });
}
