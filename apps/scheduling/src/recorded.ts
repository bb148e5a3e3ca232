import type { Fact } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';

/** A fact as it comes back from its stream: what a correction names is the id of its event. */
export type Recorded<F extends Fact> = F & { readonly id?: Id };
