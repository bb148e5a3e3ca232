import type { FastifyRequest } from 'fastify';
import { type Effective, type Id, isCivilDay, isInstant, type Issued } from '@bw/kernel';
import { isZoneName } from '@bw/contracts-base';
import { derivedId } from '@bw/event-store';
import { invalid, Problem } from './problem.ts';
import { contextOf, headerOf, principalOf } from './request-context.ts';

const LONGEST_KEY = 200;
const LONGEST_REASON = 500;

/** What a command says beside its body: who, when, under which id. */
export function issuedOf(request: FastifyRequest): Issued {
  const { user, tenant } = principalOf(request);
  return issuedAs(request, derivedId(tenant, 'command', user, commandWords(request)));
}

/** For a line of a batch, which brings its own key. */
export function issuedForLine(request: FastifyRequest, key: string): Issued {
  const { user, tenant } = principalOf(request);
  return issuedAs(request, derivedId(tenant, 'command', user, `key ${key}`));
}

function issuedAs(request: FastifyRequest, command: Id): Issued {
  const { at, correlation } = contextOf(request);
  const { user, tenant, actingFor } = principalOf(request);
  const reason = reasonOf(request);
  return {
    at,
    effective: effectiveOf(request) ?? { at },
    tenant,
    actor: user,
    ...(actingFor && { onBehalfOf: actingFor }),
    command,
    correlation,
    causation: command,
    ...(reason && { reason }),
  };
}

/**
 * What makes two requests one command: its key where it has one. A `PUT` says by itself what is to be; with the version
 * it builds on and its body it is the same command, so that setting A, B and then A again are three.
 */
function commandWords(request: FastifyRequest): string {
  const key = idempotencyKeyOf(request);
  if (key) return `key ${key}`;
  const { method, url, body } = request;
  if (method !== 'PUT' && method !== 'DELETE') {
    const detail = 'The header Idempotency-Key is missing: any text of up to 200 characters, the same one on a retry.';
    throw new Problem({ code: 'VALIDATION', detail, errors: [{ pointer: '', code: 'required', detail }] });
  }
  return JSON.stringify([method, url, headerOf(request, 'if-match') ?? '', body ?? null]);
}

export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = headerOf(request, 'idempotency-key');
  if (key && key.length > LONGEST_KEY)
    throw invalid('', `has an Idempotency-Key of more than ${LONGEST_KEY} characters`);
  return key;
}

/** Header `Bw-Effective`: an instant, or a civil day with its zone: `2026-03-29[Europe/Warsaw]`. */
function effectiveOf(request: FastifyRequest): Effective | undefined {
  const text = headerOf(request, 'bw-effective');
  if (!text) return undefined;
  if (isInstant(text)) return { at: text };
  const [, day, zone] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(text) ?? [];
  if (isCivilDay(day) && isZoneName(zone)) return { at: startOfDay(day, zone), day, zone };
  throw invalid(
    '',
    'has a header Bw-Effective that is neither a UTC time nor a day with its zone such as 2026-03-29[Europe/Warsaw]',
  );
}

/** The instant at which a day begins in a zone; where clocks skip midnight, the first instant of the day. */
function startOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  // No zone is more than 14 hours from UTC; the first quarter of an hour that shows the day is its beginning.
  for (let at = midnight - 15 * HOUR; at <= midnight + 15 * HOUR; at += QUARTER) {
    if (format.format(at) === day) return new Date(at).toISOString();
  }
  throw invalid('', `names ${day} in Bw-Effective, a day that ${zone} never had`);
}

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;

/** Header `Bw-Reason`, percent-encoded so that any language fits into a header. */
function reasonOf(request: FastifyRequest): string | undefined {
  const text = headerOf(request, 'bw-reason');
  if (!text) return undefined;
  const reason = decoded(text);
  if (reason === undefined || reason.length > LONGEST_REASON) {
    throw invalid('', `has a header Bw-Reason that is no percent-encoded text of up to ${LONGEST_REASON} characters`);
  }
  return reason;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
