import { isId } from '@bw/kernel';
import type { Wanted as WantedPoint } from '@bw/projections';
import { BatchLines } from './batch.ts';
import type { ContractClass } from '@bw/contracts-base';
import { issuedOf } from './issued.ts';
import { invalid, Problem } from './problem.ts';
import { parameter } from './parameter-kinds.ts';
import { pageOf, type PageWanted, wantedOf } from './query.ts';
import { headerOf, principalOf, requestOf } from './request-context.ts';

/** `@Caller() principal: Principal`: who asks. */
export const Caller = parameter('caller', (_: unknown, context) => principalOf(requestOf(context)));

/** `@IssuedNow() issued: Issued`: what a command says beside its body. A POST needs the header `Idempotency-Key`. */
export const IssuedNow = parameter('issued', (_: unknown, context) => issuedOf(requestOf(context)));

/** `@IdParam('riskId') riskId: string`: an id in the path. */
export const IdParam = parameter('id', (name: string, context) => {
  const value: unknown = Reflect.get(requestOf(context).params ?? {}, name);
  if (!isId(value)) throw invalid(`/${name}`, 'in the path must be a UUID in lower case', 'id');
  return value;
});

/** `@Wanted() wanted: Wanted`: the point in both times that a reading asks for. */
export const Wanted = parameter('wanted', (_: unknown, context) => wantedOf(requestOf(context)));
export type Wanted = WantedPoint;

/** `@Page() page: Page`: where a list goes on, and how much of it. */
export const Page = parameter('page', (_: unknown, context) => pageOf(requestOf(context)));
export type Page = PageWanted;

export interface IfMatchOptions {
  /** For what may also be done without having read it. */
  readonly optional?: boolean;
}

/** `@IfMatch() version: number`: the stream version that an edit builds on; 428 where it is missing. */
export const IfMatch = parameter('if-match', (options: IfMatchOptions | undefined, context) => {
  const text = headerOf(requestOf(context), 'if-match');
  if (text === undefined) {
    if (options?.optional) return undefined;
    const hint = 'Send the ETag of your last reading as If-Match.';
    throw new Problem({ code: 'PRECONDITION_REQUIRED', detail: 'The header If-Match is missing.', hint });
  }
  const [, version] = /^"(\d{1,15})"$/.exec(text) ?? [];
  if (version === undefined) throw invalid('', 'has a header If-Match that is no version such as "7"');
  return Number(version);
});

/** `@Lines(ProgressLine) batch: Batch<ProgressLine>`: an NDJSON body, a command per line. */
export const Lines = parameter('lines', (line: ContractClass, context) => BatchLines.of(requestOf(context), line));
