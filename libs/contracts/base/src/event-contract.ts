import 'reflect-metadata';
import type { ContractClass } from './field.ts';

export interface EventContractDetails {
  /** `<service>.<PastTense>`: `risk.RiskIdentified`. */
  readonly type: string;
  /** Starts at 1; a changed meaning is a new class with the next number. */
  readonly version: number;
  /** One sentence for integrators: what happened. */
  readonly about: string;
  /** Names the fields that hold personal data; none do until those can be shredded. */
  readonly personal?: readonly string[];
}

const DETAILS = Symbol('event contract');
const TYPE = /^[a-z]+\.[A-Z][A-Za-z]+$/;

/** Says of a class that it is the data of an event. */
export function EventContract(details: EventContractDetails): ClassDecorator {
  const { type, version } = details;
  if (!TYPE.test(type)) throw new Error(`"${type}" is no event name such as risk.RiskIdentified.`);
  if (!Number.isInteger(version) || version < 1) throw new Error(`${type}: a version is a whole number from 1.`);
  return (contract) => Reflect.defineMetadata(DETAILS, details, contract);
}

export function eventContractOf(contract: ContractClass): EventContractDetails {
  const details = Reflect.getOwnMetadata(DETAILS, contract) as EventContractDetails | undefined; // only EventContract writes it
  if (!details) throw new Error(`${contract.name} has no @EventContract.`);
  return details;
}
