import { HttpException } from '@nestjs/common';
import { ContractViolation } from '@bw/contracts-base';
import { CommandRefused, LogBusy, VersionConflict } from '@bw/event-store';
import { NotYet } from '@bw/projections';
import type { FastifyRequest } from 'fastify';
import { Problem, type ProblemCode, problemCodes } from './problem.ts';
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

const byStatus = new Map<number, ProblemCode>([
  [409, 'STATE_CONFLICT'],
  [422, 'VALIDATION'],
]);

/** The code of an error that names only a status. */
export function codeOf(status: number): ProblemCode {
  const named =
    byStatus.get(status) ??
    (Object.keys(problemCodes) as ProblemCode[]).find((code) => problemCodes[code][0] === status);
  return named ?? (status >= 500 ? 'INTERNAL' : 'VALIDATION');
}
