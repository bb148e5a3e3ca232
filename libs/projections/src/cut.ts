import type { Cut } from './reading.ts';
import type { Sources } from './sources.ts';

/** What somebody gave as a cut or a position and cannot be read. */
export class UnreadableCut extends Error {
  constructor(
    readonly given: string,
    readonly why: string,
  ) {
    super(`"${given}" is no cut: ${why}. Take the cut of an earlier reply as it is, such as e120.p12.r88.s4711.`);
  }
}

/** A cut as a token for addresses, reports and statements: `e120.p12.r88.s4711`. */
export function encodeCut(cut: Cut, sources: Sources): string {
  return Object.entries(cut)
    .map(([name, position]) => `${sources.named(name).code}${position}`)
    .toSorted()
    .join('.');
}

const PART = /^([a-z]+)(0|[1-9]\d{0,15})$/;

export function decodeCut(token: string, sources: Sources): Cut {
  const cut: Record<string, number> = {};
  for (const part of token.split('.')) {
    const [, code, digits] = PART.exec(part) ?? [];
    if (!code || !digits) throw new UnreadableCut(token, `"${part}" is not letters followed by a position`);
    const source = sources.withCode(code);
    if (!source) throw new UnreadableCut(token, `no log has the code "${code}"`);
    if (source.name in cut) throw new UnreadableCut(token, `it names "${code}" twice`);
    cut[source.name] = positionOf(digits, token);
  }
  return cut;
}

/** `scheduling:4711,risk:7`, as replies of commands give them. */
export function decodePositions(text: string, sources: Sources): Cut {
  const positions: Record<string, number> = {};
  for (const part of text.split(',')) {
    const [, name, digits] = /^([a-z][a-z-]*):(0|[1-9]\d{0,15})$/.exec(part.trim()) ?? [];
    if (!name || !digits)
      throw new UnreadableCut(text, `"${part}" is not a service and a position, such as scheduling:4711`);
    if (!sources.has(name)) throw new UnreadableCut(text, `no log is called "${name}"`);
    positions[name] = Math.max(positions[name] ?? 0, positionOf(digits, text));
  }
  return positions;
}

function positionOf(digits: string, given: string): number {
  const position = Number(digits);
  if (!Number.isSafeInteger(position)) throw new UnreadableCut(given, `${digits} is too great for a position`);
  return position;
}
