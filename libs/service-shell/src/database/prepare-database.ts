import { eventStoreMigrations } from '@bw/event-store';
import { messagingMigrations } from '@bw/messaging';
import type { MigrationClass, ServiceParts } from '../app/service-parts.ts';
import type { MigrationConfig } from '../config/service-config.ts';
import type { ServiceLogger } from '../operations/logger.ts';
import { migrate } from './migrate.ts';
import { shellMigrations } from './shell-tables.ts';

/** All migrations of a service: those of the libraries, then its own. */
export function migrationsOf({ migrations = [] }: ServiceParts): readonly MigrationClass[] {
  return [...eventStoreMigrations, ...messagingMigrations, ...shellMigrations, ...migrations];
}

/** As owner of the tables: whatever this release needs before it takes anything in. May be called again and again. */
export async function prepareDatabase(
  parts: ServiceParts,
  { service, ownerUrl, databasePatienceSeconds: patienceSeconds }: MigrationConfig,
  logger: ServiceLogger,
): Promise<void> {
  await migrate({ service, ownerUrl, migrations: migrationsOf(parts), patienceSeconds, logger });
  await parts.prepare?.({ ownerUrl, logger });
}
