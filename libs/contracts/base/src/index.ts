/**
 * What all contracts share: the event as it travels, and the vocabulary of fields. Each service's own events live in
 * a package beside this one (`libs/contracts/<owner>`). Contracts import neither Nest nor a database.
 */
export {
  type CloudEvent,
  fromCloudEvent,
  fromKafkaMessage,
  type KafkaHeaders,
  type KafkaMessage,
  NoCloudEvent,
  toCloudEvent,
  toKafkaMessage,
} from './cloud-events.ts';
export { type Checkable, type Contract, ContractCatalogue } from './contract-catalogue.ts';
export { contractSet, type Sample, sample } from './contract-set.ts';
export { ContractViolation, type FieldProblem, UnknownContract } from './contract-violation.ts';
export { EventContract, type EventContractDetails, eventContractOf } from './event-contract.ts';
export type { Event, Fact, FactsOf } from './event.ts';
export {
  type ContractClass,
  type DeclaredField,
  type Field,
  field,
  type FieldKind,
  type FieldOptions,
  fieldsOf,
  type NestedSchema,
  Optional,
  Picked,
  schemaOf,
  Without,
} from './field.ts';
export {
  Amount,
  BasisPoints,
  CivilDay,
  Code,
  Count,
  CurrencyCode,
  Decimal,
  Flag,
  Hash,
  Id,
  Instant,
  ListOf,
  MapOf,
  Minutes,
  Nested,
  OneOf,
  SignedMinutes,
  Text,
  TimeOfDay,
  ZoneName,
} from './fields.ts';
export type { FieldSchema, ObjectSchema } from './json-schema.ts';
export { type Publishable, publishedSchema, sampleEventOf } from './published.ts';
export { compileSchema, escapePointer, type SchemaCheck } from './schema-check.ts';
export { type Checked, readAs } from './valid.ts';
export { isZoneName } from './zone-name.ts';
