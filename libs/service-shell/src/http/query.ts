import type { FastifyRequest } from 'fastify';
import { isInstant } from '@bw/kernel';
import type { Wanted as WantedPoint } from '@bw/projections';
import { invalid } from './problem.ts';

/** A page that a client asks for; the cursor is opaque to the client. */
export interface PageWanted {
  readonly cursor?: string;
  readonly limit: number;
}

export const LARGEST_PAGE = 200;
const USUAL_PAGE = 50;
const TOKEN = /^[A-Za-z0-9_.:,=~-]{1,500}$/;
const POSITIONS = /^[a-z]+:\d{1,15}(,[a-z]+:\d{1,15})*$/;

/** `asOf`, `knownAt` or `cut`, and `minPosition`. */
export function wantedOf(request: FastifyRequest): WantedPoint {
  const asOf = one(request, 'asOf');
  const knownAt = one(request, 'knownAt');
  const cut = one(request, 'cut');
  const minPosition = one(request, 'minPosition');
  for (const [name, value] of [
    ['asOf', asOf],
    ['knownAt', knownAt],
  ] as const) {
    if (value !== undefined && !isInstant(value))
      throw invalid(`/${name}`, 'must be a UTC time such as 2026-03-29T07:00:00.000Z');
  }
  if (knownAt !== undefined && cut !== undefined)
    throw invalid('/cut', 'and knownAt say the same thing: give one of them');
  if (cut !== undefined && !TOKEN.test(cut)) throw invalid('/cut', 'must be the cut of an earlier answer');
  if (minPosition !== undefined && !POSITIONS.test(minPosition)) {
    throw invalid('/minPosition', 'must be positions such as scheduling:4711');
  }
  return {
    ...(asOf !== undefined && { asOf }),
    ...(knownAt !== undefined && { knownAt }),
    ...(cut !== undefined && { cut }),
    ...(minPosition !== undefined && { minPosition }),
  };
}

/** `scheduling:4711,risk:12` as numbers. */
export function positionsOf(text: string): Readonly<Record<string, number>> {
  const entries = text.split(',').map((each) => each.split(':'));
  return Object.fromEntries(entries.map(([source, position]) => [source, Number(position)]));
}

export function pageOf(request: FastifyRequest): PageWanted {
  const cursor = one(request, 'cursor');
  const limit = one(request, 'limit');
  if (cursor !== undefined && !TOKEN.test(cursor)) throw invalid('/cursor', 'must be the next of an earlier answer');
  if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit))
    throw invalid('/limit', `must be a number from 1 to ${LARGEST_PAGE}`);
  const wanted = limit === undefined ? USUAL_PAGE : Number(limit);
  if (wanted > LARGEST_PAGE) throw invalid('/limit', `must be a number from 1 to ${LARGEST_PAGE}`);
  return { limit: wanted, ...(cursor !== undefined && { cursor }) };
}

function one(request: FastifyRequest, name: string): string | undefined {
  const value: unknown = Reflect.get(request.query ?? {}, name);
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`/${name}`, 'must be given once');
}
