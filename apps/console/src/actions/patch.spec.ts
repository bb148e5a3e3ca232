import { QueryClient } from '@tanstack/react-query';
import { addItem, applyPatches, changeItems, changeThing } from './patch.ts';

interface Thing {
  readonly id: string;
  readonly state: string;
}

const things: readonly Thing[] = [
  { id: 'a', state: 'open' },
  { id: 'b', state: 'open' },
];
const close = changeItems<Thing>(
  'things',
  ({ id }) => id === 'a',
  (thing) => ({ ...thing, state: 'closed' }),
);

describe('what a command is expected to change', () => {
  it('shows at once, in whatever shape the list is kept, and can be taken back', () => {
    const client = new QueryClient();
    const keys = [
      ['things', {}, {}],
      ['things', 'pages', {}, {}],
      ['things', 'all', {}, {}],
    ];
    const shapes = [{ items: things }, { pages: [{ items: things }], pageParams: [] }, things];
    keys.forEach((key, index) => client.setQueryData(key, shapes[index]));
    const states = () =>
      keys.map(
        (key) =>
          JSON.stringify(client.getQueryData(key))
            .match(/"state":"\w+"/g)
            ?.join(' ') ?? '',
      );

    const takeBack = applyPatches(client, [close]);
    expect(new Set(states())).toEqual(new Set(['"state":"closed" "state":"open"']));
    takeBack();
    expect(keys.map((key) => client.getQueryData(key))).toEqual(shapes);
  });

  it('leaves the past and other readings alone', () => {
    const client = new QueryClient();
    const past = ['things', {}, { asOf: '2027-01-01' }];
    client.setQueryData(past, { items: things });
    client.setQueryData(['others', {}, {}], { items: things });
    applyPatches(client, [close]);
    for (const key of [past, ['others', {}, {}]]) expect(client.getQueryData(key)).toEqual({ items: things });
  });

  it('adds a new thing once, first', () => {
    const client = new QueryClient();
    client.setQueryData(['things', 'pages', {}, {}], { pages: [{ items: things }, { items: [] }], pageParams: [] });
    applyPatches(client, [addItem<Thing>('things', { id: 'new', state: 'open' })]);
    expect(client.getQueryData(['things', 'pages', {}, {}])).toMatchObject({
      pages: [{ items: [{ id: 'new' }, { id: 'a' }, { id: 'b' }] }, { items: [] }],
    });
  });

  it('changes a single thing', () => {
    const client = new QueryClient();
    client.setQueryData(['thing/a', {}, {}], { id: 'a', state: 'open' });
    applyPatches(client, [changeThing<Thing>('thing/a', (thing) => ({ ...thing, state: 'closed' }))]);
    expect(client.getQueryData(['thing/a', {}, {}])).toEqual({ id: 'a', state: 'closed' });
  });
});
