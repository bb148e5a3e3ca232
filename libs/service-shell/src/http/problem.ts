import type { FieldProblem } from '@bw/contracts-base';

/** The codes of all problems and their usual status. Codes are stable: clients rely on them, never on the wording. */
export const problemCodes = {
  VALIDATION: [400, 'The request is not as it should be'],
  UNAUTHENTICATED: [401, 'Who are you?'],
  FORBIDDEN: [403, 'You may not do this'],
  NOT_FOUND: [404, 'There is no such thing'],
  METHOD_NOT_ALLOWED: [405, 'This cannot be done with it'],
  NOT_ACCEPTABLE: [406, 'There is no answer in that form'],
  STATE_CONFLICT: [409, 'Its state does not allow this'],
  VERSION_CONFLICT: [409, 'Somebody else changed it first'],
  GATE_NOT_PASSED: [409, 'The gate is not passed'],
  LIMIT_EXCEEDED: [409, 'The limit is exceeded'],
  CYCLE: [409, 'It would go in a circle'],
  OVERLAP: [409, 'It overlaps with another'],
  PERIOD_CLOSED: [409, 'The period is closed'],
  UNMAPPED_TIME: [409, 'The time belongs to no rate'],
  RATE_MISSING: [409, 'There is no rate'],
  CALENDAR_EMPTY: [409, 'The calendar has no working time'],
  CAP_EXCEEDED: [409, 'The cap is exceeded'],
  IN_FLIGHT: [409, 'The same request is still being worked on'],
  NOT_YET: [409, 'Not taken in yet'],
  TOO_LARGE: [413, 'It is too large'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'It cannot be read in that form'],
  KEY_REUSED: [422, 'The idempotency key was used for something else'],
  IMPORT_QUARANTINED: [422, 'The import was not taken over'],
  PRECONDITION_REQUIRED: [428, 'Say which version you mean'],
  TOO_MANY_REQUESTS: [429, 'Too many requests'],
  INTERNAL: [500, 'Something went wrong here'],
  BAD_GATEWAY: [502, 'The service behind could not be reached'],
  UNAVAILABLE: [503, 'Not now'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type ProblemCode = keyof typeof problemCodes;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** An error as RFC 9457 wants it. */
export interface ProblemDocument {
  /** Resolves to a page that explains the code. */
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly errors?: readonly FieldProblem[];
  /** Ties the answer to the service's log. */
  readonly traceid?: string;
  /** What the client needs to act: the path of a cycle, the items that keep a gate shut. */
  readonly [more: string]: unknown;
}

export interface ProblemParts {
  readonly code: ProblemCode;
  /** Where it differs from the code's usual one. */
  readonly status?: number;
  readonly detail?: string;
  readonly hint?: string;
  readonly errors?: readonly FieldProblem[];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown to be answered as a problem document. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(readonly parts: ProblemParts) {
    super(parts.detail ?? problemCodes[parts.code][1]);
    this.code = parts.code;
    this.status = parts.status ?? problemCodes[parts.code][0];
    this.headers = parts.headers ?? {};
  }

  /** The document, for the request at that path. */
  document(about: { readonly instance?: string; readonly traceid?: string } = {}): ProblemDocument {
    const { detail, hint, errors, more } = this.parts;
    return {
      ...more,
      type: `/api/v1/problems/${this.code}`,
      code: this.code,
      title: problemCodes[this.code][1],
      status: this.status,
      ...(detail && { detail }),
      ...(hint && { hint }),
      ...(errors && { errors }),
      ...about,
    };
  }
}

/** A problem of a wrong value. */
export function invalid(pointer: string, detail: string, code = 'invalid'): Problem {
  return new Problem({
    code: 'VALIDATION',
    detail: `${pointer || 'The request'} ${detail}.`,
    errors: [{ pointer, code, detail }],
  });
}

/** A problem that means no more than its HTTP status: for the front door, which knows no more. */
export function problem(parts: {
  readonly status: number;
  readonly detail?: string | undefined;
  readonly instance?: string | undefined;
}): ProblemDocument {
  const { status, detail, instance } = parts;
  const code = codeOf(status);
  return new Problem({ code, status, ...(detail && { detail }) }).document({ ...(instance && { instance }) });
}

const byStatus = new Map<number, ProblemCode>([
  [409, 'STATE_CONFLICT'],
  [422, 'VALIDATION'],
]);

/** The code of an error that names only a status. */
export function codeOf(status: number): ProblemCode {
  const codes = Object.keys(problemCodes) as ProblemCode[]; // keys of a constant of ours
  const named = byStatus.get(status) ?? codes.find((code) => problemCodes[code][0] === status);
  return named ?? (status >= 500 ? 'INTERNAL' : 'VALIDATION');
}
