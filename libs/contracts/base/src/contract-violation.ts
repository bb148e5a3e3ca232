/** What is wrong with one value; `pointer` (RFC 6901) says which, `code` is stable, `detail` is for people. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The data of an event is not as its contract says. */
export class ContractViolation extends Error {
  constructor(
    readonly type: string,
    readonly version: number,
    readonly problems: readonly FieldProblem[],
  ) {
    const listed = problems.map(({ pointer, detail }) => `${pointer || '(data)'} ${detail}`).join('; ');
    super(`Data of ${type} version ${version} breaks its contract: ${listed}.`);
  }
}

/** Nobody here knows such an event. */
export class UnknownContract extends Error {
  constructor(
    readonly type: string,
    readonly version?: number,
  ) {
    super(`No contract is known of ${type}${version === undefined ? '' : ` version ${version}`}.`);
  }
}
