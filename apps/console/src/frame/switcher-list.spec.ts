import { byClient, fits } from './switcher-list.ts';

const lines = [
  { title: 'Warehouse system', code: 'NORD-WMS', clientName: 'Nordwind' },
  { title: 'Claims portal', code: 'HARB-CLAIM', clientName: 'Harbour Mutual' },
  { title: 'Service desk', code: 'NORD-DESK', clientName: 'Nordwind' },
];

describe('the switcher', () => {
  it('finds by parts of title, code and client, in any order', () => {
    const found = (text: string) => lines.filter(fits(text)).map(({ code }) => code);
    expect(found('nord ware')).toEqual(['NORD-WMS']);
    expect(found('mutual claims')).toEqual(['HARB-CLAIM']);
    expect(found('')).toHaveLength(3);
    expect(found('nothing')).toEqual([]);
  });

  it('lists clients and their engagements by name', () => {
    expect(byClient(lines).map(([client, own]) => [client, own.map(({ title }) => title)])).toEqual([
      ['Harbour Mutual', ['Claims portal']],
      ['Nordwind', ['Service desk', 'Warehouse system']],
    ]);
  });
});
