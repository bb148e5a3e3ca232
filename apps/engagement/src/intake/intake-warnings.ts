import type { IntakeKind, IntakeStatement, IntakeWarning } from '@bw/contracts-engagement';

/** As much of an intake item as its warnings depend on. */
interface Said {
  readonly itemId: string;
  readonly statement: IntakeStatement;
}

const OPPOSITE: Readonly<Partial<Record<IntakeKind, IntakeKind>>> = {
  'scope-in': 'scope-out',
  'scope-out': 'scope-in',
};

/** What is questionable about an item among the others that count. */
export function warningsOf(item: Said, all: readonly Said[]): readonly IntakeWarning[] {
  const others = all.filter(({ itemId }) => itemId !== item.itemId);
  const { kind, goal, ambiguous } = item.statement;
  const duplicates = others.filter((other) => other.statement.kind === kind && saysTheSame(item, other));
  const contradicted = others.filter((other) => contradicts(item, other));
  return [
    ...duplicates.map(({ itemId }) => ({ concern: 'duplicate' as const, otherItemId: itemId })),
    ...contradicted.map(({ itemId }) => ({ concern: 'contradiction' as const, otherItemId: itemId })),
    ...(kind === 'goal' && !goal ? [{ concern: 'untestable-goal' as const }] : []),
    ...(ambiguous ? [{ concern: 'ambiguous' as const }] : []),
  ];
}

/** The same thing is in and out of scope, or nothing is left out and yet something is. */
function contradicts(a: Said, b: Said): boolean {
  if (OPPOSITE[a.statement.kind] === b.statement.kind) return saysTheSame(a, b);
  const bothOut = a.statement.kind === 'scope-out' && b.statement.kind === 'scope-out';
  return bothOut && Boolean(a.statement.none) !== Boolean(b.statement.none);
}

function saysTheSame(a: Said, b: Said): boolean {
  return normalised(a.statement.title) === normalised(b.statement.title);
}

/** Letters and digits only, in one case and one form: how people repeat themselves without noticing. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
