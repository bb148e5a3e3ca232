import { CreateTimers1767225600002 } from '../timers/create-timers.ts';
import { CreateClock1767225600003 } from './create-clock.ts';
import { CreateEventLog1767225600001 } from './create-event-log.ts';

/** What the owner role runs in a service's database, before the service's own migrations. */
export const eventStoreMigrations = [CreateEventLog1767225600001, CreateTimers1767225600002, CreateClock1767225600003];
