/**
 * What all contracts share: the event as it travels, and the vocabulary of fields. Each service's own events live in
 * a package beside this one (`libs/contracts/<owner>`). Contracts import neither Nest nor a database.
 */
export type { Event, Fact } from './event.ts';
export { field, type FieldSchema, type ObjectSchema, schemaOf } from './field.ts';
export { Id, Text } from './fields.ts';
