import { factHashes } from './index.ts';
import { FactDatabase } from './testing/fact-database.ts';
import { dayAfter, event, idOf } from './testing/histories.ts';

/** Forty events of one log, every fifth of which sets right the one three before it. */
const log = (source: string) =>
  Array.from({ length: 40 }, (_, index) =>
    event({
      source,
      position: index + 1,
      effective: dayAfter(index % 9),
      facts: [
        { fact: 'flow', measure: 'cost', subject: `s${index % 3}`, amount: index },
        { fact: 'level', measure: 'rate', subject: `s${index % 3}`, value: index },
      ],
      ...(index % 5 === 4 && { corrects: idOf(source, index - 2) }),
    }),
  );

describe('partitions folded beside each other', () => {
  let database: FactDatabase;
  beforeAll(async () => {
    database = await FactDatabase.open();
  });
  afterAll(() => database.close());

  it('leave the rows that one after the other would leave, even where the same events come twice at once', async () => {
    const [scheduling, risk] = [log('scheduling'), log('risk')];
    await database.fold(scheduling, risk);
    const expected = await factHashes(database.owner);

    await database.empty();
    const partitions = [0, 1, 2, 3].flatMap((partition) => [
      scheduling.filter(({ position }) => position % 4 === partition),
      risk.filter(({ position }) => position % 4 === partition),
    ]);
    const twice = [...partitions, ...partitions.toReversed()];
    await Promise.all(twice.map((events) => database.fold(events.slice(0, 5), events.slice(5))));
    expect(await factHashes(database.owner)).toEqual(expected);
  });

  it('never show a cut in which an event is missing', async () => {
    await database.empty();
    const scheduling = log('scheduling').toReversed();
    const cuts: number[] = [];
    for (const one of scheduling) {
      await database.fold([one]);
      cuts.push((await database.twoTimes.resolve(one.tenant, {})).cut['scheduling'] ?? -1);
    }
    expect(cuts).toEqual([...Array.from({ length: 39 }, () => 0), 40]);
  });
});
