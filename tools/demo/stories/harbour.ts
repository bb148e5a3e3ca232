import type { Undertaking } from '../agreement.ts';
import * as agreement from '../agreement.ts';
import * as assurance from '../assurance.ts';
import { weeksOfWork } from '../execution.ts';
import { sampleId } from '../ids.ts';
import { clients } from '../people.ts';
import { claimsMigration } from '../plans/claims-migration.ts';
import { claimsPortal } from '../plans/claims-portal.ts';
import { dataPlatform } from '../plans/data-platform.ts';
import { policyApp } from '../plans/policy-app.ts';
import { Scene, type Stage } from '../scene.ts';
import { plusDays } from '../work-time.ts';

const of = { clientId: clients.harbour.id, sponsor: 'other-sponsor', currency: 'USD' };
const LOST = 'lost-claims';

/** The worst: late, far over its budget, and claims get lost at night until the sponsor hears of it. */
export function tellMigration(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 9;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'claims-migration'),
    code: 'HARB-CORE',
    title: 'Claims platform migration',
    zone: 'America/New_York',
    country: 'US',
    goal: {
      title: 'Claims are settled faster',
      measure: 'Median days to settle a claim',
      unit: 'days',
      baseline: '23',
      target: '9',
      date: plusDays(weeks.monday(first), 420),
    },
    deliverable: {
      title: 'All lines of business on the platform, the mainframe off',
      criteria: ['Reserves reconciled to the cent', 'Two month-ends closed in parallel'],
    },
    scopeOut: 'Policy administration',
  };
  const course = {
    effort: (start: number) => (start < weeksOfWork(10) ? 1.04 : 1.3),
    cost: (start: number) => (start < weeksOfWork(10) ? 1.05 : start < weeksOfWork(20) ? 1.32 : 1.22),
  };
  return new Scene(stage, { about, outline: claimsMigration, firstWeek: first, course })
    .begin()
    .work()
    .rounds(20, 48, {
      every: 4,
      solvedAfterDays: 25,
      resolution: 'Two developers were added; the plan of the quarter was cut.',
    })
    .risk(
      10,
      {
        name: 'mainframe-people',
        title: 'The last mainframe developers retire',
        category: 'people',
        cause: 'Three of four are older than 63.',
        event: 'They leave before the extracts are complete.',
        effect: 'Nobody can explain the data.',
        likelihood: 4,
        impact: 4,
      },
      { strategy: 'mitigate', plan: 'Retention until the end of the migration.', due: weeks.monday(16) },
    )
    .on(14, 3, 'a risk is borne', (office, id) => assurance.bear(office, id, 'mainframe-people', weeks.at(46, 3)))
    .risk(24, {
      name: 'auditors',
      title: 'Auditors ask for a second parallel close',
      category: 'compliance',
      cause: 'Reserves differ by more than rounding.',
      event: 'The auditors do not sign the first parallel close.',
      effect: 'Two more months on both systems.',
      likelihood: 3,
      impact: 5,
    })
    .risk(30, {
      name: 'interface',
      title: 'The nightly interface loses claims',
      category: 'technical',
      cause: 'It was built for a tenth of the volume.',
      event: 'Claims of a night do not arrive.',
      effect: 'Policy holders wait; the regulator asks.',
      likelihood: 3,
      impact: 5,
    })
    .at(weeks.at(48, 4, '14:00'), 'claims are lost', (office, id) =>
      assurance.raiseIssue(office, id, {
        name: LOST,
        severity: 1,
        title: 'Nightly interface drops claims',
        description: '214 claims of Wednesday night are missing on the platform; the mainframe has them.',
      }),
    )
    .on(49, 3, 'the director takes it on', (office, id) => assurance.takeEscalation(office, id, LOST, 'director'))
    .on(49, 3, 'the issue is seen', (office, id) => assurance.acknowledge(office, id, LOST));
}

/** A little behind and a little dear; an invoice had been booked twice. */
export function tellDataPlatform(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 25;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'data-platform'),
    code: 'HARB-DATA',
    title: 'Insurance data platform',
    zone: 'Asia/Kolkata',
    country: 'IN',
    goal: {
      title: 'The regulator’s return takes days, not weeks',
      measure: 'Working days for the quarterly return',
      unit: 'days',
      baseline: '17',
      target: '4',
      date: plusDays(weeks.monday(first), 270),
    },
    deliverable: {
      title: 'Ten data products in use',
      criteria: ['Each reconciled with its source', 'Each has an owner'],
    },
    scopeOut: 'Machine learning',
  };
  const course = { effort: () => 1.12, cost: () => 1.09 };
  return new Scene(stage, { about, outline: dataPlatform, firstWeek: first, course })
    .begin()
    .work()
    .rounds(30, 48, { every: 6, solvedAfterDays: 3, resolution: 'One more engineer in Pune.' })
    .risk(
      27,
      {
        name: 'owners',
        title: 'Sources have no owner who signs',
        category: 'people',
        cause: 'Broker data come from four departments.',
        event: 'The data contract is not signed.',
        effect: 'Products on broker data wait.',
        likelihood: 3,
        impact: 3,
      },
      { strategy: 'mitigate', plan: 'A data council decides every second Tuesday.', due: weeks.monday(44) },
    )
    .risk(34, {
      name: 'cloud-cost',
      title: 'Running costs exceed the business case',
      category: 'commercial',
      cause: 'Histories are loaded in full.',
      event: 'The bill of a month doubles.',
      effect: 'The sponsor stops the products that matter least.',
      likelihood: 2,
      impact: 4,
    })
    .correctsCost(46, 43);
}

/** Resting: the client froze the budget in the middle of the work. */
export function tellApp(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 16;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'policy-app'),
    code: 'HARB-APP',
    title: 'Policy holders’ app',
    zone: 'America/Chicago',
    country: 'US',
    goal: {
      title: 'Fewer calls about simple things',
      measure: 'Calls a week about proofs and addresses',
      unit: 'calls',
      baseline: '5200',
      target: '2000',
      date: plusDays(weeks.monday(first), 330),
    },
    deliverable: { title: 'App in both stores', criteria: ['Accessibility audit passed', 'Four stars from employees'] },
    scopeOut: 'Buying a policy in the app',
  };
  const course = { effort: () => 1.02, cost: () => 1.01 };
  return new Scene(stage, { about, outline: policyApp, firstWeek: first, course })
    .begin()
    .work(34)
    .risk(20, {
      name: 'budget',
      title: 'The budget is frozen in the autumn',
      category: 'commercial',
      cause: 'A year with many storms.',
      event: 'The board freezes what has not begun.',
      effect: 'The engagement rests.',
      likelihood: 3,
      impact: 4,
    })
    .on(35, 2, 'the client rests it', (office) =>
      agreement.suspend(office, about, 'The client’s board has frozen the budget until the next fiscal year.'),
    );
}

/** Still in intake, with a plan whose baseline waits for the sponsor’s decision. */
export function tellPortal(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 52;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'claims'),
    code: 'HARB-CLAIM',
    title: 'Claims portal pilot',
    zone: 'America/New_York',
    country: 'US',
    goal: {
      title: 'Claims come in complete',
      measure: 'Share of claims that need no question back',
      unit: '%',
      baseline: '44',
      target: '70',
      date: plusDays(weeks.monday(first), 330),
    },
    deliverable: { title: 'Portal for three claim types', criteria: ['Accessibility review passed'] },
    scopeOut: 'Claims with personal injury',
  };
  const course = { effort: () => 1, cost: () => 1 };
  return new Scene(stage, { about, outline: claimsPortal, firstWeek: first, course })
    .talk(44)
    .baseline(49, 'first', { submitted: 5 });
}
