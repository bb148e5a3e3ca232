import fc from 'fast-check';
import type { Event } from '@bw/contracts-base';
import type { Point } from './index.ts';
import { factHashes, FlowHistories, LevelHistories } from './index.ts';
import { FactDatabase } from './testing/fact-database.ts';
import { dayAfter, ENGAGEMENTS, histories, KINDS, LEVELS, MEASURES, TENANT } from './testing/histories.ts';
import { NaiveModel } from './testing/naive-model.ts';

const scope = { tenant: TENANT, engagements: 'all' } as const;
/** Random histories per property. A shrinking failure takes its time. */
const RUNS = 30;
const PATIENCE = 120_000;
const SUBJECTS = ['a', 'b', 'c'];

const lastOf = (events: readonly Event[], source: string): number =>
  Math.max(0, ...events.filter((event) => event.source === source).map(({ position }) => position));

/** A history, the order in which a bus brings it (any), how it is cut into batches, and points to read at. */
const arrivals = histories.chain((events) =>
  fc.record({
    events: fc.constant(events),
    arriving: fc.shuffledSubarray([...events], { minLength: events.length }),
    batch: fc.integer({ min: 1, max: 6 }),
    points: fc.array(
      fc.record({
        asOf: fc.integer({ min: -1, max: 42 }).map(dayAfter),
        cut: fc.record({
          scheduling: fc.integer({ min: 0, max: lastOf(events, 'scheduling') }),
          risk: fc.integer({ min: 0, max: lastOf(events, 'risk') }),
        }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  }),
);

const batchesOf = (events: readonly Event[], size: number): readonly (readonly Event[])[] =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, index) => events.slice(index * size, (index + 1) * size));

describe('reading at a point of both times', () => {
  let database: FactDatabase;
  beforeAll(async () => {
    database = await FactDatabase.open();
  });
  afterAll(() => database.close());

  async function everything(point: Point) {
    const reading = database.twoTimes.at(point, scope);
    return {
      levels: await reading.levels({ measures: LEVELS }),
      history: await reading.levelHistory({ measures: LEVELS }),
      flows: await reading.flows({ measures: MEASURES }),
      bySubject: await reading.flowSums({ measures: MEASURES }),
      byBucket: await reading.flowSums({ measures: MEASURES, by: 'bucket' }),
      byEngagement: await reading.flowSums({ measures: MEASURES, by: 'engagement' }),
      decisions: await reading.decisions({ kinds: KINDS }),
    };
  }

  it(
    'sees what the plain meaning says, in whatever order the events came',
    async () => {
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ events, arriving, batch, points }) => {
          await database.empty();
          await database.fold(...batchesOf(arriving, batch));
          const naive = new NaiveModel(events);
          for (const point of points) {
            const { levels, bySubject, byBucket, byEngagement, decisions, flows } = await everything(point);
            for (const subject of SUBJECTS) {
              for (const measure of LEVELS) {
                const level = levels.find((seen) => seen.subject === subject && seen.measure === measure);
                expect(level?.value).toEqual(naive.level(point, subject, measure));
              }
              const outcomes = decisions.filter((seen) => seen.subject === subject).map(({ outcome }) => outcome);
              expect(outcomes).toEqual(naive.decisions(point, subject));
            }
            for (const measure of MEASURES) {
              const of = <T extends { readonly measure: string }>(all: readonly T[]) =>
                all.filter((one) => one.measure === measure);
              const sum = (all: readonly { readonly amount: number }[]) =>
                all.reduce((total, { amount }) => total + amount, 0);
              const total = naive.sum(point, measure, () => true);
              expect([sum(of(flows)), sum(of(bySubject)), sum(of(byBucket)), sum(of(byEngagement))]).toEqual([
                total,
                total,
                total,
                total,
              ]);
              expect(of(byEngagement).reduce((count, one) => count + one.count, 0)).toBe(naive.count(point, measure));
              for (const engagement of ENGAGEMENTS) {
                const expected = naive.sum(point, measure, ({ event }) => event.engagement === engagement);
                expect(sum(of(byEngagement).filter((one) => one.engagement === engagement))).toBe(expected);
              }
            }
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'gives the same sums, counts and lineage from buckets as from the facts',
    async () => {
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ arriving, batch, points }) => {
          await database.empty();
          await database.fold(...batchesOf(arriving, batch));
          for (const point of points) {
            for (const engagement of ENGAGEMENTS) {
              const reading = database.twoTimes.at(point, { ...scope, engagements: [engagement] });
              const buckets = await reading.flowSums({ measures: MEASURES, by: 'engagement' });
              // A list of subjects is what buckets cannot answer: these sums come from the facts.
              const raw = await reading.flowSums({ measures: MEASURES, by: 'engagement', subjects: SUBJECTS });
              expect(buckets).toEqual(raw);
            }
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'leaves rows that do not depend on order, batches or repetition',
    async () => {
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ events, arriving, batch }) => {
          await database.empty();
          await database.fold(events);
          const inOrder = await factHashes(database.owner);
          await database.empty();
          await database.fold(...batchesOf(arriving, batch), ...batchesOf(events, batch));
          expect(await factHashes(database.owner)).toEqual(inOrder);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'is not changed by what is learned later',
    async () => {
      await fc.assert(
        fc.asyncProperty(arrivals, fc.nat(25), async ({ events, points: [point] }, early) => {
          await database.empty();
          await database.fold(events.slice(0, early));
          const cut = (await database.twoTimes.resolve(TENANT, {})).cut;
          const then = { asOf: point?.asOf ?? dayAfter(20), cut };
          const before = await everything(then);
          await database.fold(events.slice(early));
          expect(await everything(then)).toEqual(before);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'reads curves from histories as it would read each of their points',
    async () => {
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ events, points }) => {
          await database.empty();
          await database.fold(events);
          const [last] = points;
          if (!last) return;
          const { history, flows } = await everything({ asOf: dayAfter(50), cut: last.cut });
          for (const { asOf } of points) {
            const there = await everything({ asOf, cut: last.cut });
            expect(new LevelHistories(history).at(asOf)).toEqual(there.levels);
            const cost = new FlowHistories(flows.filter(({ measure }) => measure === 'cost')).at(asOf);
            const sums = there.bySubject.filter(({ measure }) => measure === 'cost');
            for (const subject of SUBJECTS) {
              const own = sums.filter((sum) => sum.subject === subject);
              expect(cost.get(subject) ?? 0).toBe(own.reduce((total, { amount }) => total + amount, 0));
            }
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'itemises the difference of two cuts: items sum to it',
    async () => {
      await fc.assert(
        fc.asyncProperty(arrivals, async ({ events, points: [a, b] }) => {
          if (!a || !b) return;
          await database.empty();
          await database.fold(events);
          const naive = new NaiveModel(events);
          const restated = database.twoTimes.between(a.asOf, a.cut, b.cut, scope);
          const items = await restated.flows({ measures: MEASURES });
          for (const measure of MEASURES) {
            const difference =
              naive.sum({ ...b, asOf: a.asOf }, measure, () => true) - naive.sum(a, measure, () => true);
            const itemised = items.filter((item) => item.measure === measure).reduce((sum, { adds }) => sum + adds, 0);
            expect(itemised).toBe(difference);
          }
          for (const { subject, measure, before, after } of await restated.levels({ measures: LEVELS })) {
            expect(before?.value).toEqual(naive.level(a, subject, measure));
            expect(after?.value).toEqual(naive.level({ ...b, asOf: a.asOf }, subject, measure));
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});
