import { Controller, Get } from '@nestjs/common';
import { Access, Allows, Answers, Caller, type Principal, ServiceConfig } from '@bw/service-shell';
import { DictionaryQuery } from './dictionary.query.ts';
import { type AnalystDoor, DataDictionary } from './dictionary.views.ts';
import { SCHEMA } from './documented.ts';
import { sampleQueries } from './sample-queries.ts';

/** As `bw analyst create` sets them on every role it makes. */
const LIMITS = { seconds: 60, connections: 8, wholeTenant: true };
const POSTGRES_PORT = 5_432;

/** The data dictionary of the analysts' schema, with queries to begin with. */
@Allows('member')
@Controller('data-dictionary')
export class DictionaryController {
  constructor(
    private readonly dictionary: DictionaryQuery,
    private readonly access: Access,
    private readonly config: ServiceConfig,
  ) {}

  @Get()
  @Answers(DataDictionary)
  async show(@Caller() principal: Principal): Promise<DataDictionary> {
    const described = await this.dictionary.describe();
    const door = this.access.seesProviderCost(principal) ? doorOf(this.config.databaseUrl) : undefined;
    return { schema: SCHEMA, ...described, samples: sampleQueries, limits: LIMITS, ...(door && { door }) };
  }
}

/** Of the service's own address: the place, never who comes in or with what. */
export function doorOf(databaseUrl: string): AnalystDoor {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return { host: hostname, port: port === '' ? POSTGRES_PORT : Number(port), database: pathname.slice(1) };
}
