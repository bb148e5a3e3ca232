import type { Undertaking } from '../agreement.ts';
import * as agreement from '../agreement.ts';
import * as assurance from '../assurance.ts';
import { weeksOfWork } from '../execution.ts';
import { sampleId } from '../ids.ts';
import { clients } from '../people.ts';
import { customerOnboarding } from '../plans/customer-onboarding.ts';
import { financeErp } from '../plans/finance-erp.ts';
import { mobileBanking } from '../plans/mobile-banking.ts';
import { Scene, type Stage } from '../scene.ts';
import { plusDays } from '../work-time.ts';

const of = { clientId: clients.tasman.id, sponsor: 'third-sponsor', currency: 'AUD' };

/** Ahead of its plan and below its budget. */
export function tellMobileBanking(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 18;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'mobile-banking'),
    code: 'TASM-MOB',
    title: 'Mobile banking',
    zone: 'Australia/Sydney',
    country: 'AU',
    goal: {
      title: 'Customers bank on the way',
      measure: 'Share of customers who use the app in a month',
      unit: '%',
      baseline: '18',
      target: '55',
      date: plusDays(weeks.monday(first), 360),
    },
    deliverable: { title: 'App open to all customers', criteria: ['Regulator informed', 'A pay day under load'] },
    scopeOut: 'Business customers',
  };
  const course = { effort: () => 0.97, cost: () => 0.95 };
  return new Scene(stage, { about, outline: mobileBanking, firstWeek: first, course })
    .begin()
    .work()
    .risk(
      20,
      {
        name: 'reuse',
        title: 'Screens of the internet bank can be used again',
        category: 'technical',
        kind: 'opportunity',
        cause: 'Both use the same design system.',
        event: 'A third of the screens needs no new design.',
        effect: 'Four weeks are saved.',
        likelihood: 3,
        impact: 3,
      },
      { strategy: 'enhance', plan: 'Designers of both work in one team.', due: weeks.monday(26) },
    )
    .risk(25, {
      name: 'stores',
      title: 'App stores refuse the first version',
      category: 'external',
      cause: 'New rules for banking apps.',
      event: 'The review takes weeks instead of days.',
      effect: 'The opening moves.',
      likelihood: 2,
      impact: 3,
    })
    .on(40, 2, 'the risk is over', (office, id) =>
      assurance.closeRisk(office, id, 'stores', 'A first version passed the review.'),
    );
}

/** Nobody has told for three weeks how it goes; what is known was already behind. */
export function tellErp(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 20;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'erp'),
    code: 'TASM-ERP',
    title: 'Finance system roll-out',
    zone: 'Australia/Sydney',
    country: 'AU',
    goal: {
      title: 'Books close sooner',
      measure: 'Working days until the month is closed',
      unit: 'days',
      baseline: '14',
      target: '5',
      date: plusDays(weeks.monday(first), 360),
    },
    deliverable: {
      title: 'All companies on one ledger',
      criteria: ['A close of each company', 'Auditors have signed'],
    },
    scopeOut: 'Payroll',
  };
  const course = {
    effort: (start: number) => (start < weeksOfWork(16) ? 1 : 1.16),
    cost: (start: number) => (start < weeksOfWork(16) ? 1 : 1.06),
  };
  return new Scene(stage, { about, outline: financeErp, firstWeek: first, course })
    .begin()
    .work(46)
    .rounds(30, 45, { every: 5, solvedAfterDays: 3, resolution: 'A second trainer starts next week.' })
    .risk(
      22,
      {
        name: 'year-end',
        title: 'Cut-overs reach into the year-end close',
        category: 'schedule',
        cause: 'A company takes longer than three weeks.',
        event: 'Two companies would have to change in the same weeks.',
        effect: 'Accountants refuse the cut-over.',
        likelihood: 3,
        impact: 4,
      },
      { strategy: 'avoid', plan: 'The last two companies move after the close.', due: weeks.monday(51) },
    )
    .on(30, 3, 'a risk is borne', (office, id) => assurance.bear(office, id, 'year-end', weeks.at(51, 3)))
    .risk(38, {
      name: 'tax-report',
      title: 'The tax report of Trustees is not ready',
      category: 'compliance',
      cause: 'The law changes in the middle of the year.',
      event: 'The first report is made by hand.',
      effect: 'Errors, and a fine.',
      likelihood: 4,
      impact: 3,
    });
}

/** Signed and taking over; the first baseline waits for the sponsor. */
export function tellOnboarding(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 51;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'onboarding'),
    code: 'TASM-KYC',
    title: 'Customer onboarding',
    zone: 'Asia/Kolkata',
    country: 'IN',
    goal: {
      title: 'Accounts open in minutes',
      measure: 'Median minutes from first click to open account',
      unit: 'minutes',
      baseline: '4300',
      target: '15',
      date: plusDays(weeks.monday(first), 200),
    },
    deliverable: { title: 'Eight journeys open', criteria: ['Each signed off by compliance'] },
    scopeOut: 'Credit checks',
  };
  const course = { effort: () => 1, cost: () => 1 };
  return new Scene(stage, { about, outline: customerOnboarding, firstWeek: first, course })
    .prepare()
    .baseline(49, 'first', { submitted: 4 })
    .risk(49, {
      name: 'provider',
      title: 'The provider of face comparison is sold',
      category: 'supply',
      cause: 'Its owner looks for a buyer.',
      event: 'Prices double, or the service ends.',
      effect: 'A second choice, eight weeks later.',
      likelihood: 2,
      impact: 4,
    });
}

/** An enquiry of last week. */
export function tellSecurity({ timeline, weeks }: Stage): void {
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'security'),
    code: 'TASM-SOC',
    title: 'Security operations centre',
    zone: 'Europe/London',
    country: 'GB',
    currency: 'GBP',
    goal: {
      title: 'Attacks are seen at once',
      measure: 'Median minutes until an attack is seen',
      unit: 'minutes',
      baseline: '900',
      target: '20',
      date: plusDays(weeks.monday(52), 360),
    },
    deliverable: { title: 'Watch around the clock', criteria: ['A drill a month'] },
    scopeOut: 'Branches',
  };
  timeline.at(weeks.at(48, 3), about.code, 'enquiry', (office) => agreement.openEnquiry(office, about));
}
