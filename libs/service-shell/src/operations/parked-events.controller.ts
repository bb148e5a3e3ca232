import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Code, Count, Flag, Id, Instant, OneOf, Optional, Text } from '@bw/contracts-base';
import type { DeadLetter, DeadLetters } from '@bw/messaging';
import { EventBus } from '../app/event-bus.ts';
import { Problem } from '../http/problem.ts';
import { findContext } from '../http/request-context.ts';
import { Answers, AnswersList, Operations } from '../http/routes.ts';

const STATES = ['parked', 'applied', 'skipped'] as const;
const USUAL = 100;

class ParkedEventsQuery {
  @Optional() @Code() readonly source?: string;
  @Optional() @Text(200) readonly key?: string;
  @Optional() @OneOf(...STATES) readonly state?: (typeof STATES)[number];
  /** Only those with a greater id: for the next page. */
  @Optional() @Count() readonly after?: number;
  @Count({ min: 1, max: 500, optional: true }) readonly limit?: number;
}

class ParkedEvent {
  @Count() readonly id!: number;
  @Code() readonly source!: string;
  @Count() readonly position!: number;
  @Text(200) readonly key!: string;
  @Id() readonly event!: string;
  @Text(200) readonly type!: string;
  @Text(5_000) readonly reason!: string;
  @Count() readonly attempts!: number;
  /** Waits only because an earlier event of its key is parked. */
  @Flag() readonly behind!: boolean;
  @OneOf(...STATES) readonly state!: (typeof STATES)[number];
  @Instant() readonly firstAt!: string;
  @Instant() readonly lastAt!: string;
  @Optional() @Text(2_000) readonly note?: string;
  @Optional() @Text(200) readonly by?: string;
}

class RetryKey {
  @Code() readonly source!: string;
  @Text(200) readonly key!: string;
}

class KeyRetried {
  @Count() readonly applied!: number;
  @Count() readonly left!: number;
  @Optional() @Text(5_000) readonly reason?: string;
}

class SkipEvent {
  @Text(2_000) readonly note!: string;
}

class EventSkipped {
  @Count() readonly id!: number;
  @OneOf('skipped') readonly state!: 'skipped';
}

/** Events that a consumer could not apply: held back with all later ones of their key, until somebody decides. */
@Operations()
@Controller('parked-events')
export class ParkedEventsController {
  constructor(private readonly bus: EventBus) {}

  @Get()
  @AnswersList(ParkedEvent)
  async list(@Query() { limit = USUAL, ...query }: ParkedEventsQuery): Promise<readonly ParkedEvent[]> {
    return (await this.#letters().list({ ...query, limit })).map(viewOf);
  }

  /** Applies a key's parked events in order, until one fails again or the key is free. */
  @Post('retry')
  @HttpCode(200)
  @Answers(KeyRetried)
  retry(@Body() { source, key }: RetryKey): Promise<KeyRetried> {
    return this.#letters().retry({ source, key });
  }

  /** Sets one aside for good, with the reason. Those behind it wait for a retry of their key. */
  @Post(':id/skip')
  @HttpCode(200)
  @Answers(EventSkipped)
  async skip(
    @Param('id') text: string,
    @Body() { note }: SkipEvent,
    @Req() request: FastifyRequest,
  ): Promise<EventSkipped> {
    const id = /^\d{1,15}$/.test(text) ? Number(text) : 0; // which no event has
    const by = findContext(request)?.principal?.user ?? 'an operator';
    if (!(await this.#letters().skip(id, { note, by }))) {
      throw new Problem({ code: 'NOT_FOUND', detail: `No parked event has the number ${text}.` });
    }
    return { id, state: 'skipped' };
  }

  #letters(): DeadLetters {
    const letters = this.bus.deadLetters;
    if (!letters) throw new Problem({ code: 'UNAVAILABLE', detail: 'The consumers are not running.' });
    return letters;
  }
}

function viewOf({ event, ...letter }: DeadLetter): ParkedEvent {
  const { id, source, position, key, reason, attempts, behind, state, firstAt, lastAt, note, by } = letter;
  const about = { ...(note !== undefined && { note }), ...(by !== undefined && { by }) };
  return {
    id,
    source,
    position,
    key,
    event: event.id,
    type: event.type,
    reason,
    attempts,
    behind,
    state,
    firstAt,
    lastAt,
    ...about,
  };
}
