import { CreateEventLog1767225600001 } from './create-event-log.ts';

/** What the owner role runs in a service's database, before the service's own migrations. */
export const eventStoreMigrations = [CreateEventLog1767225600001];
