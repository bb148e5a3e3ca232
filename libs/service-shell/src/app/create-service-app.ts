import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceConfig } from '../config/service-config.ts';
import { ContractPipe } from '../http/contract.pipe.ts';
import { ProblemFilter } from '../http/problem.filter.ts';
import { ProblemMaker } from '../http/problem-maker.ts';
import { ReplyInterceptor } from '../http/reply.interceptor.ts';
import { ServiceLogger } from '../operations/logger.ts';
import { Metrics } from '../operations/metrics.ts';
import type { ServiceParts } from './service-parts.ts';
import { ShellModule } from './shell.module.ts';

export type ServiceApp = NestFastifyApplication;

/** A Nest application on Fastify that is ready for requests, but listens nowhere: that is its host's business. */
export async function createServiceApp(parts: ServiceParts, config: ServiceConfig): Promise<ServiceApp> {
  const logger = new ServiceLogger(config);
  const adapter = new FastifyAdapter({ loggerInstance: logger.pino });
  const root: DynamicModule = { module: parts.module, imports: [ShellModule.for(config, logger)] };
  const app = await NestFactory.create<ServiceApp>(root, adapter, { logger, abortOnError: false });

  const problems = new ProblemMaker(Object.assign({}, ...(parts.refusals ?? [])));
  app.useGlobalFilters(new ProblemFilter(problems, logger));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalInterceptors(new ReplyInterceptor());
  const fastify = app.getHttpAdapter().getInstance();
  app.get(Metrics).observe(fastify);
  await app.init();
  await fastify.ready();
  return app;
}
