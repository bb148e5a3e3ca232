import type { Read } from './duration.ts';

export interface ReadDemand {
  readonly resource: string;
  /** In basis points of one. */
  readonly units: number;
  /** How much of it there is, where the cell says so. */
  readonly availability?: number;
}

const ONE = 10_000;
const DEMAND =
  /^(?<name>[^[\]]+?)\s*(?:\[\s*(?<units>\d+(?:[.,]\d+)?)\s*(?<percent>%)?\s*(?:#\s*(?<of>\d+(?:[.,]\d+)?))?\s*\])?$/;

/** Reads `Headnurses[65.00 #65];Project Coordinator` and `Architect[50%]`. Without a number it is one. */
export function readDemands(text: string): readonly Read<ReadDemand>[] {
  const separator = text.includes(';') ? /;/ : /,(?![^[]*\])/;
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(readDemand);
}

function readDemand(item: string): Read<ReadDemand> {
  const { name, units, percent, of } = DEMAND.exec(item)?.groups ?? {};
  if (name === undefined) return { problem: `"${item}" is no demand such as Architect[2.00 #5] or Architect[50%]` };
  if (name.length > 120) return { problem: `"${item.slice(0, 40)}..." is longer than 120 characters` };
  const demand = { resource: name, units: Math.round(numberOf(units ?? '1') * (percent ? ONE / 100 : ONE)) };
  return { value: of === undefined ? demand : { ...demand, availability: Math.round(numberOf(of) * ONE) } };
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}
