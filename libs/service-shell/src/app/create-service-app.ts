import helmet from '@fastify/helmet';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { EventStore, openClock } from '@bw/event-store';
import type { ServiceConfig } from '../config/service-config.ts';
import { Database } from '../database/database.ts';
import { untilMigrated } from '../database/migrate.ts';
import { migrationsOf, prepareDatabase } from '../database/prepare-database.ts';
import { addBodyParsers } from '../http/body-parsers.ts';
import { ContractPipe } from '../http/contract.pipe.ts';
import { answerFrameworkError } from '../http/framework-errors.ts';
import { IdempotencyInterceptor } from '../http/idempotency.interceptor.ts';
import { ProblemFilter } from '../http/problem.filter.ts';
import { ProblemMaker } from '../http/problem-maker.ts';
import { ReplyInterceptor } from '../http/reply.interceptor.ts';
import { addRequestHooks } from '../http/request-hooks.ts';
import { CallerGuard } from '../identity/caller.guard.ts';
import { measureBus } from '../operations/bus-metrics.ts';
import { ServiceLogger } from '../operations/logger.ts';
import { Metrics } from '../operations/metrics.ts';
import { Readiness } from '../operations/readiness.ts';
import { EventBus } from './event-bus.ts';
import type { ServiceParts, WatermarkListener } from './service-parts.ts';
import { ShellModule } from './shell.module.ts';
import { TimerLoop } from './timer-loop.ts';

export type ServiceApp = NestFastifyApplication;

/**
 * A Nest application on Fastify with its database as it needs it, its consumers reading and its timers firing. Ready for
 * requests, but listens nowhere: that is its host's business.
 */
export async function createServiceApp(parts: ServiceParts, config: ServiceConfig): Promise<ServiceApp> {
  const logger = new ServiceLogger(config);
  const { service, ownerUrl, databasePatienceSeconds: patienceSeconds } = config;
  if (ownerUrl) await prepareDatabase(parts, { ...config, ownerUrl }, logger);

  const database = new Database(config, logger);
  try {
    const migrations = migrationsOf(parts);
    if (!ownerUrl) await untilMigrated({ service, pool: database.pool, migrations, patienceSeconds, logger });
    const clock = await openClock({ mode: config.clock, pool: database.pool });
    return await assemble({ parts, config, logger, database, clock });
  } catch (error) {
    await database.onApplicationShutdown();
    throw error;
  }
}

async function assemble(shell: Parameters<typeof ShellModule.for>[0]): Promise<ServiceApp> {
  const { parts, config, logger, database, clock } = shell;
  const adapter = new FastifyAdapter({
    loggerInstance: logger.pino,
    logController: new LogController({ disableRequestLogging: true }), // addRequestHooks writes a line of our own
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFrameworkError,
  });
  const root: DynamicModule = { module: parts.module, imports: [ShellModule.for(shell)] };
  const app = await NestFactory.create<ServiceApp>(root, adapter, { logger, abortOnError: false, bodyParser: false });

  const problems = new ProblemMaker(Object.assign({}, ...(parts.refusals ?? [])));
  app.setGlobalPrefix('api/v1', { exclude: [`ops/${config.service}/*path`] });
  app.useGlobalGuards(app.get(CallerGuard));
  app.useGlobalInterceptors(app.get(IdempotencyInterceptor), new ReplyInterceptor());
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalFilters(new ProblemFilter(problems, logger));

  const fastify = app.getHttpAdapter().getInstance();
  addRequestHooks(fastify, { clock, logger, problems });
  await fastify.register(helmet, {
    // Answers are data, not pages: nothing in them is to be loaded, run or framed.
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: !config.development, // while developing, the origin is plain HTTP on one machine
  });
  await addBodyParsers(fastify);
  const metrics = app.get(Metrics);
  metrics.observe(fastify);
  metrics.observePool(database.pool);
  const readiness = app.get(Readiness);
  readiness.check('database', () => database.ping());

  const bus = app.get(EventBus);
  measureBus({ service: config.service, metrics, bus, store: app.get(EventStore) });
  readiness.check('events', async () => {
    const problems = bus.problems();
    if (problems.length > 0) throw new Error(problems.join(' '));
    return config.eventBus.kind === 'kafka' ? 'Kafka' : 'embedded bus';
  });

  // With the application's filter, a handler's error reaches the consumer runner as it was thrown.
  app.connectMicroservice({ strategy: bus.strategy }, { inheritAppConfig: true });
  await app.init();
  await fastify.ready();
  const { watermarks } = parts;
  if (watermarks) {
    const listener = app.get<WatermarkListener>(watermarks, { strict: false });
    bus.listenToWatermarks((...watermark) => listener.onWatermark(...watermark));
  }
  await app.startAllMicroservices();
  bus.start();
  app.get(TimerLoop).start();
  readiness.started();
  return app;
}
