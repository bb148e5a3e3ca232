import { HttpException } from '@nestjs/common';
import { ContractViolation } from '@bw/contracts-base';
import { CommandRefused, CommandTooLarge, LogBusy, VersionConflict } from '@bw/event-store';
import { NotYet, UnclearPoint, UnreadableCursor, UnreadableCut } from '@bw/projections';
import type { FastifyRequest } from 'fastify';
import { codeOf, Problem } from './problem.ts';
import type { Refusals } from './refusals.ts';
import { headerOf } from './request-context.ts';

/** Knows how everything that may be thrown is told to a client. */
export class ProblemMaker {
  constructor(private readonly refusals: Refusals) {}

  problemOf(thrown: unknown, request: FastifyRequest): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof CommandRefused) return this.#refused(thrown);
    if (thrown instanceof VersionConflict) return versionConflict(thrown, headerOf(request, 'if-match') !== undefined);
    if (thrown instanceof NotYet) return notYet(thrown);
    if (thrown instanceof UnreadableCut || thrown instanceof UnreadableCursor || thrown instanceof UnclearPoint) {
      return new Problem({ code: 'VALIDATION', detail: thrown.message });
    }
    if (thrown instanceof CommandTooLarge) return new Problem({ code: 'TOO_LARGE', detail: thrown.message });
    if (thrown instanceof LogBusy) return busy(thrown);
    if (thrown instanceof ContractViolation) return new Problem({ code: 'INTERNAL' });
    const status = statusOf(thrown);
    const code = codeOf(status);
    // What we did not expect may hold anything, so its wording stays inside.
    const detail = status < 500 && thrown instanceof Error ? thrown.message : undefined;
    return new Problem({ code, status, ...(detail && { detail }) });
  }

  #refused({ refusal, details }: CommandRefused): Problem {
    const answer = this.refusals[refusal];
    const more = { refusal, ...details };
    if (!answer) return new Problem({ code: 'STATE_CONFLICT', detail: `Refused: ${refusal}.`, more });
    return new Problem({ ...answer, more });
  }
}

function versionConflict({ expected, actual, message }: VersionConflict, saidVersion: boolean): Problem {
  const hint = 'Read it again and decide anew: what you saw is no longer what there is.';
  const status = saidVersion ? 412 : 409;
  return new Problem({ code: 'VERSION_CONFLICT', status, detail: message, hint, more: { expected, version: actual } });
}

function notYet({ missing, message }: NotYet): Problem {
  const hint = 'Ask again in a moment.';
  return new Problem({ code: 'NOT_YET', detail: message, hint, more: { missing }, headers: { 'retry-after': '1' } });
}

function busy({ message, retryAfterSeconds }: LogBusy): Problem {
  return new Problem({ code: 'UNAVAILABLE', detail: message, headers: { 'retry-after': String(retryAfterSeconds) } });
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  // Fastify's own errors, such as a body that is no JSON, carry their status.
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number')
    return thrown.statusCode;
  return 500;
}
