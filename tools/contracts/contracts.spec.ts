import { Parser } from '@asyncapi/parser';
import { breaks } from './compatibility.ts';
import { staleDocuments, textOf } from './files.ts';
import { routeTable } from './route-table.ts';
import type { OpenApi, ServiceName } from './sources.ts';
import { toYaml } from './yaml.ts';

describe('the checked-in documents', () => {
  it('are what the code says; else run npm run contracts', async () => {
    expect(await staleDocuments()).toEqual([]);
  });

  it('are good AsyncAPI', async () => {
    const { document, diagnostics } = await new Parser().parse(textOf('docs/reference/asyncapi.yaml') ?? '');
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document?.version()).toBe('3.1.0');
  });
});

describe('a changed schema', () => {
  const before = {
    type: 'object',
    properties: { colour: { type: 'string', enum: ['red', 'blue'] }, width: { type: 'integer', maximum: 200 } },
    required: ['colour'],
  };
  const { colour, width } = before.properties;

  it('may have more optional fields, values and room', () => {
    const wider = { ...colour, enum: ['red', 'blue', 'green'] };
    const after = {
      ...before,
      properties: { colour: wider, width: { ...width, maximum: 300 }, note: { type: 'string' } },
    };
    expect(breaks(before, after)).toEqual([]);
  });

  it.each([
    ['a removed field', { ...before, properties: { colour } }, '/width was removed'],
    ['a new required field', { ...before, required: ['colour', 'width'] }, '/width has become required'],
    ['a field that may be missing now', { ...before, required: [] }, '/colour has become optional'],
    [
      'fewer values',
      { ...before, properties: { width, colour: { ...colour, enum: ['red'] } } },
      '/colour is no longer allowed to be blue',
    ],
    [
      'less room',
      { ...before, properties: { colour, width: { ...width, maximum: 100 } } },
      '/width has a narrower maximum',
    ],
    ['another type', { ...before, properties: { colour, width: { type: 'string' } } }, '/width was integer, is string'],
  ])('breaks what is published with %s', (_, after, problem) => {
    expect(breaks(before, after)).toContain(problem);
  });
});

describe('the route table', () => {
  const documents = (paths: Partial<Record<ServiceName, readonly string[]>>) =>
    new Map(
      Object.entries(paths).map(([service, own]) => [
        service,
        { paths: Object.fromEntries(own.map((path) => [path, {}])) },
      ]),
    ) as Map<ServiceName, OpenApi>;

  it('gives each noun to the service that documents it', () => {
    const table = routeTable(
      documents({ risk: ['/api/v1/risks/{riskId}', '/ops/risk/clock'], scheduling: ['/api/v1/plans'] }),
    );
    expect(table).toContain("risk: [\n    '/api/v1/risks',\n    '/ops/risk',\n  ]");
  });

  it('refuses a noun with two owners', () => {
    const both = documents({ risk: ['/api/v1/plans/{planId}/risks'], scheduling: ['/api/v1/plans'] });
    expect(() => routeTable(both)).toThrow('Both risk and scheduling have routes below /api/v1/plans');
  });
});

it('writes YAML that reads as the data', () => {
  const data = { name: 'a: b', list: [1, { deep: [true, null], more: 'x\ny' }, []], empty: {}, yes: 'no' };
  expect(toYaml(data)).toBe(
    'name: "a: b"\nlist:\n  - 1\n  - deep:\n      - true\n      - null\n    more: "x\\ny"\n  - []\nempty: {}\n"yes": "no"\n',
  );
});
