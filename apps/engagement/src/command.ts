import type { Issued } from '@bw/kernel';

/** What somebody wants to happen. */
export interface Command<Type extends string, Data = object> {
  readonly type: Type;
  readonly data: Data;
  readonly issued: Issued;
}
