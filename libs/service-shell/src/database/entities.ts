import { Injectable, type OnApplicationShutdown, type OnModuleInit, type Type } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { ServiceConfig } from '../config/service-config.ts';

/** The service's local tables as TypeORM entities: those that its parts list, no others. */
@Injectable()
export class Entities implements OnModuleInit, OnApplicationShutdown {
  readonly source: DataSource;

  constructor({ service, databaseUrl }: ServiceConfig, entities: readonly Type[]) {
    this.source = new DataSource({
      type: 'postgres',
      url: databaseUrl,
      applicationName: `${service}-entities`,
      entities: [...entities],
      synchronize: false,
      poolSize: 5,
    });
  }

  /** Without entities there is nothing to connect for. */
  async onModuleInit(): Promise<void> {
    const { entities } = this.source.options;
    if (Array.isArray(entities) && entities.length > 0) await this.source.initialize();
  }

  /** Runs `work` in one transaction that sees and writes the rows of that tenant only. */
  withTenant<T>(tenant: Id, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query("select set_config('app.tenant', $1, true)", [tenant]);
      return work(manager);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
