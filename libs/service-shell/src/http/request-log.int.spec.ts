import { Controller, Get, Module, Query } from '@nestjs/common';
import { ContractCatalogue, Optional, Text } from '@bw/contracts-base';
import { idOf } from '@bw/testing';
import { Allows, Answers, createServiceApp } from '../index.ts';
import { userOf, withService } from '../testing.ts';

class NameQuery {
  @Optional() @Text(50) readonly name?: string;
}

@Controller('people')
class PeopleController {
  @Get(':name')
  @Allows('anyone')
  @Answers({})
  read(@Query() query: NameQuery) {
    return query;
  }
}

@Module({ controllers: [PeopleController] })
class PeopleModule {}

it('writes a line per request that ties it to its cause, and holds nothing that was typed or secret', async () => {
  const lines: Record<string, unknown>[] = [];
  const keep = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>); // pino writes JSON
  const parts = { module: PeopleModule, contracts: ContractCatalogue.join() };
  const people = await withService({
    service: 'people',
    createService: (config) => createServiceApp(parts, { ...config, logTo: { write: keep } }),
    variables: { LOG_LEVEL: 'info' },
  });
  const headers = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
  const { headers: answered } = await people.as('somebody').get('/api/v1/people/anna-schmidt?name=Anna', { headers });
  await people
    .as('somebody')
    .get('/api/v1/people/anna-schmidt?asOf=Anna', { headers: { 'x-correlation-id': idOf('mine') } });
  await people.stop();

  const requests = lines.filter(({ msg }) => msg === 'request');
  expect(answered['x-correlation-id']).toBe('0af76519-16cd-43dd-8448-eb211c80319c');
  expect(requests).toMatchObject([
    {
      service: 'people',
      method: 'GET',
      route: '/api/v1/people/:name',
      status: 200,
      correlation: '0af76519-16cd-43dd-8448-eb211c80319c',
      user: userOf('somebody'),
      tenant: people.tenant,
    },
    { status: 400, correlation: idOf('mine') },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/anna|bearer|eyJ/i);
});
