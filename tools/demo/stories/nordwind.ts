import type { Undertaking } from '../agreement.ts';
import * as agreement from '../agreement.ts';
import * as assurance from '../assurance.ts';
import { weeksOfWork } from '../execution.ts';
import { sampleId } from '../ids.ts';
import { clients, letVendorIn } from '../people.ts';
import { dataCentreExit } from '../plans/data-centre-exit.ts';
import { networkRefresh } from '../plans/network-refresh.ts';
import { serviceDesk } from '../plans/service-desk.ts';
import { warehouse } from '../plans/warehouse.ts';
import { Scene, type Stage } from '../scene.ts';
import { plusDays } from '../work-time.ts';

const of = { clientId: clients.nordwind.id, sponsor: 'sponsor' };

/** Healthy: a service desk is taken over as planned; one report was too good, and is set right much later. */
export function tellDesk(stage: Stage): Scene {
  const { weeks, now } = stage;
  const first = 36;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'desk'),
    code: 'NORD-DESK',
    title: 'Service desk takeover',
    zone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
    goal: {
      title: 'Requests are solved faster',
      measure: 'Median hours until a request is solved',
      unit: 'hours',
      baseline: '19',
      target: '8',
      date: plusDays(weeks.monday(first), 240),
    },
    deliverable: {
      title: 'Service desk in regular service',
      criteria: ['Four weeks within all service levels', 'Runbooks for the commonest requests reviewed'],
    },
    scopeOut: 'Support of printers at the depots',
  };
  const course = { effort: () => 0.99, cost: () => 0.97 };
  const monday = weeks.at(50, 1, '11:00');
  return new Scene(stage, { about, outline: serviceDesk, firstWeek: first, course })
    .begin()
    .work()
    .risk(37, {
      name: 'knowledge',
      title: 'Knowledge leaves before it is written down',
      category: 'people',
      cause: 'Two analysts of the present provider have given notice.',
      event: 'They leave before their runbooks are reviewed.',
      effect: 'The parallel run starts with gaps.',
      likelihood: 2,
      impact: 3,
    })
    .on(43, 3, 'the risk is smaller now', (office, id) =>
      assurance.assess(office, id, 'knowledge', { likelihood: 1, impact: 3 }),
    )
    .correctsProgress(monday < now ? monday : now, 45);
}

const RADIO = 'radio';

/** The engagement that replaces the warehouse system; its goal is to be reached some months after that day. */
export function warehouseFrom(day: string): Undertaking {
  return {
    ...of,
    id: sampleId('engagement', 'warehouse'),
    code: 'NORD-WMS',
    title: 'Warehouse system replacement',
    zone: 'Europe/Warsaw',
    country: 'PL',
    currency: 'PLN',
    goal: {
      title: 'Fewer wrong picks',
      measure: 'Wrong picks per 10,000 lines',
      unit: 'picks',
      baseline: '31',
      target: '12',
      date: plusDays(day, 300),
    },
    deliverable: {
      title: 'Both warehouses on the new system',
      criteria: ['A season’s volume in the load test', 'Stock differs by less than 0.2 % after the cut-over'],
    },
    scopeOut: 'Conveyor control',
  };
}

/** Slipping: after five good weeks everything takes longer and costs more; a new baseline waits for the sponsor. */
export function tellWarehouse(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 31;
  const about = warehouseFrom(weeks.monday(first));
  const isLate = (start: number) => start >= weeksOfWork(5);
  const course = {
    effort: (start: number) => (isLate(start) ? 1.5 : 1.03),
    cost: (start: number) => (isLate(start) ? 1.42 : 1.02),
  };
  return new Scene(stage, { about, outline: warehouse, firstWeek: first, course })
    .begin()
    .on(first, 2, 'the vendor comes in', (office, id) => letVendorIn(office, id))
    .work()
    .risk(
      32,
      {
        name: 'season',
        title: 'Cut-over falls into the season',
        category: 'schedule',
        cause: 'The build takes longer than planned.',
        event: 'The cut-over moves into the weeks with the highest volume.',
        effect: 'The client stops the cut-over until the season is over.',
        likelihood: 3,
        impact: 5,
      },
      {
        strategy: 'mitigate',
        plan: 'Cut over hall by hall, the smaller one first.',
        due: weeks.monday(52),
        target: { likelihood: 2, impact: 4 },
      },
    )
    .risk(33, {
      name: 'master-data',
      title: 'Article data are worse than the sample',
      category: 'quality',
      cause: 'Only one warehouse has delivered its article data.',
      event: 'The other one’s data need cleaning by hand.',
      effect: 'The migration takes longer and costs more.',
      likelihood: 3,
      impact: 3,
    })
    .risk(33, {
      name: RADIO,
      title: 'Dead spots between the high racks',
      category: 'technical',
      cause: 'The racks of hall 2 are made of steel up to the roof.',
      event: 'Scanners lose the connection.',
      effect: 'More access points are needed.',
      likelihood: 3,
      impact: 2,
    })
    .on(38, 3, 'the risk strikes', (office, id) => assurance.strike(office, id, RADIO, 2))
    .on(38, 4, 'an issue is seen', (office, id) => assurance.acknowledge(office, id, RADIO))
    .on(38, 5, 'waiting for the client', (office, id) => assurance.waitForClient(office, id, RADIO))
    .on(40, 2, 'an issue is resolved', (office, id) =>
      assurance.resolve(office, id, RADIO, 'The landlord let the vendor in; four more access points hang there.'),
    )
    .on(42, 3, 'the risk grows', (office, id) => assurance.assess(office, id, 'season', { likelihood: 4, impact: 5 }))
    .rounds(40, 48)
    .on(48, 4, 'an issue is raised', (office, id) =>
      assurance.raiseIssue(office, id, {
        name: 'label-printers',
        severity: 2,
        title: 'Label printers stop in the middle of a shift',
        description: 'Seen in three shifts of hall 1; the picking line stood for two hours.',
      }),
    )
    .replan(49, { effort: 1.25, budget: 1.2 })
    .baseline(49, 'second', { submitted: 3 })
    .correctsProgress(weeks.at(49, 4), 47);
}

/** Rescued: half a year of trouble, a new baseline, and since then it goes as promised. */
export function tellDataCentre(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 16;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'data-centre'),
    code: 'NORD-DC',
    title: 'Data-centre exit',
    zone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
    goal: {
      title: 'Running costs fall',
      measure: 'Cost of hosting a month',
      unit: 'thousand euros',
      baseline: '212',
      target: '140',
      date: plusDays(weeks.monday(first), 360),
    },
    deliverable: {
      title: 'Data centre empty and handed back',
      criteria: ['All applications moved', 'Certificates of erased disks', 'No contract left'],
    },
    scopeOut: 'Rewriting applications',
  };
  const trouble = (start: number) => start >= weeksOfWork(3) && start < weeksOfWork(16);
  const course = {
    effort: (start: number) => (trouble(start) ? 1.45 : start < weeksOfWork(3) ? 1.05 : 0.98),
    cost: (start: number) => (trouble(start) ? 1.35 : start < weeksOfWork(3) ? 1.05 : 1.13),
  };
  return new Scene(stage, { about, outline: dataCentreExit, firstWeek: first, course })
    .begin()
    .work()
    .rounds(20, 44, { every: 2, solvedAfterDays: 12, resolution: 'Measures of the recovery plan are in force.' })
    .risk(
      17,
      {
        name: 'contract-end',
        title: 'The landlord does not extend the contract',
        category: 'commercial',
        cause: 'The contract of the rooms ends, and the owner has sold the house.',
        event: 'The last move groups are not out when it ends.',
        effect: 'Rent of emergency rooms, and a move under pressure.',
        likelihood: 3,
        impact: 4,
      },
      { strategy: 'transfer', plan: 'Option on three more months, paid by the client.', due: weeks.monday(30) },
    )
    .risk(19, {
      name: 'owners',
      title: 'Owners of applications are not found',
      category: 'people',
      cause: 'A third of the applications has no owner in the records.',
      event: 'Nobody can confirm what depends on them.',
      effect: 'Move groups wait.',
      likelihood: 4,
      impact: 3,
    })
    .on(23, 2, 'the risk strikes', (office, id) => assurance.strike(office, id, 'owners', 2))
    .replan(32, { effort: 1, budget: 1.15 })
    .baseline(32, 'second', { submitted: 3, approved: 5 })
    .on(37, 3, 'the option is signed', (office, id) =>
      assurance.closeRisk(office, id, 'contract-end', 'The option is signed.'),
    )
    .correctsProgress(weeks.at(41, 3), 37);
}

/** Finished, handed over, closed. */
export function tellNetwork(stage: Stage): Scene {
  const { weeks } = stage;
  const first = 7;
  const about: Undertaking = {
    ...of,
    id: sampleId('engagement', 'network'),
    code: 'NORD-NET',
    title: 'Depot network refresh',
    zone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
    goal: {
      title: 'Depots stay connected',
      measure: 'Hours without a line in a year, all depots',
      unit: 'hours',
      baseline: '410',
      target: '60',
      date: plusDays(weeks.monday(first), 180),
    },
    deliverable: { title: 'All depots on the new network', criteria: ['A week of observation without a failure'] },
    scopeOut: 'Telephones',
  };
  const course = { effort: () => 1.01, cost: () => 1.01 };
  return new Scene(stage, { about, outline: networkRefresh, firstWeek: first, course })
    .begin()
    .work(31)
    .rounds(20, 32, { every: 6, solvedAfterDays: 5 })
    .risk(8, {
      name: 'chips',
      title: 'Devices are delivered late',
      category: 'supply',
      cause: 'The manufacturer names twelve weeks.',
      event: 'Depots cannot be changed over in their weeks.',
      effect: 'The vendor’s teams stand still.',
      likelihood: 3,
      impact: 3,
    })
    .on(17, 2, 'the risk is over', (office, id) =>
      assurance.closeRisk(office, id, 'chips', 'All devices are in stock.'),
    )
    .on(33, 2, 'handed over and closed', (office) => agreement.close(office, about));
}
