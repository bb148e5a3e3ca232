import { Controller, Get, Param } from '@nestjs/common';
import {
  Code,
  type Contract,
  ContractCatalogue,
  Count,
  publishedSchema,
  sampleEventOf,
  Text,
  toCloudEvent,
} from '@bw/contracts-base';
import { Allows, Answers, AnswersList, Problem, Public } from '@bw/service-shell';
import { SCHEMAS_PATH } from './feed.reader.ts';

export class EventTypeLine {
  @Code() readonly type!: string;
  @Count() readonly version!: number;
  /** Whose log holds such events. */
  @Code() readonly service!: string;
  /** Kafka topic that carries them. */
  @Code() readonly topic!: string;
  @Text(1_000) readonly about!: string;
  /** Path of its JSON Schema; events name it as their `dataschema`. */
  @Text(300) readonly schema!: string;
}

const OBJECT = { type: 'object' } as const;

/** A type with its JSON Schema and an example as the feed would give it. */
const EVENT_TYPE = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    version: { type: 'integer' },
    service: { type: 'string' },
    topic: { type: 'string' },
    about: { type: 'string' },
    schema: OBJECT,
    sample: OBJECT,
  },
  required: ['type', 'version', 'service', 'topic', 'about', 'schema', 'sample'],
} as const;

/** What events there are, for those who subscribe to them: out of the contracts that run here. */
@Allows('member')
@Controller('event-types')
export class EventTypesController {
  constructor(private readonly catalogue: ContractCatalogue) {}

  /** Every type in every version. */
  @Get()
  @AnswersList(EventTypeLine)
  list(): readonly EventTypeLine[] {
    return this.catalogue.contracts.map((contract) => ({
      ...lineOf(contract),
      schema: `${SCHEMAS_PATH}/${contract.type}/${contract.version}`,
    }));
  }

  @Get(':type/:version')
  @Answers(EVENT_TYPE)
  one(@Param('type') type: string, @Param('version') version: string): object {
    const contract = contractOf(this.catalogue, type, version);
    return {
      ...lineOf(contract),
      schema: publishedSchema(contract),
      sample: toCloudEvent(sampleEventOf(contract), { schemas: SCHEMAS_PATH }),
    };
  }
}

/** JSON Schemas under the address that events name. They hold no data, so that any tool may fetch them. */
@Public()
@Controller('schemas')
export class SchemasController {
  constructor(private readonly catalogue: ContractCatalogue) {}

  @Get(':type/:version')
  @Answers(OBJECT, { mediaType: 'application/schema+json' })
  schema(@Param('type') type: string, @Param('version') version: string): object {
    return publishedSchema(contractOf(this.catalogue, type, version));
  }
}

function lineOf({ type, version, owner, about }: Contract): Omit<EventTypeLine, 'schema'> {
  return { type, version, service: owner, topic: `bw.${owner}.events.v1`, about };
}

function contractOf(catalogue: ContractCatalogue, type: string, version: string): Contract {
  const wanted = /^[1-9]\d{0,3}$/.test(version) ? Number(version) : 0; // which no contract has
  if (catalogue.knows(type, wanted)) return catalogue.get(type, wanted);
  const hint = catalogue.knows(type)
    ? `The newest version is ${catalogue.versionOf(type)}.`
    : 'The list of all types stands at /api/v1/event-types.';
  throw new Problem({ code: 'NOT_FOUND', detail: `There is no event ${type} version ${version}.`, hint });
}
