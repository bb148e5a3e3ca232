import type { Type } from '@nestjs/common';
import { ClockController } from './clock.controller.ts';
import { HealthController } from './health.controller.ts';
import { MetricsController } from './metrics.controller.ts';
import { OpenApiController } from './openapi.controller.ts';
import { ParkedEventsController } from './parked-events.controller.ts';
import { PositionsController } from './positions.controller.ts';
import { StreamsController } from './streams.controller.ts';

/** What every service offers below `/ops/<service>`. */
export const OPERATIONS_CONTROLLERS: Type[] = [
  HealthController,
  MetricsController,
  OpenApiController,
  ClockController,
  PositionsController,
  ParkedEventsController,
  StreamsController,
];
