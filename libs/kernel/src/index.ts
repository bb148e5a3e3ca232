/**
 * The words in which every decision is written. Nothing here depends on anything: no package, no clock, no randomness.
 */
export { type Decider, replay } from './decider.ts';
export { accept, type Accepted, type Decision, refuse, type RefusalDetails, type Refused } from './decision.ts';
export { type Id, isId } from './id.ts';
export { type Issued } from './issued.ts';
export { type Currency, minorDigits, minorUnits, type Money } from './money.ts';
export {
  add,
  compare,
  divide,
  multiply,
  type Ratio,
  ratio,
  roundHalfEven,
  subtract,
  toDecimal,
  whole,
} from './ratio.ts';
export { type CivilDay, type Effective, type Instant, isCivilDay, isInstant, toInstant, type Zone } from './time.ts';
