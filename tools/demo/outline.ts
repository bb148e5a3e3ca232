import { DAY_MINUTES } from './work-time.ts';

export interface Tie {
  readonly code: string;
  readonly type: 'FS' | 'SS' | 'FF';
  readonly lagDays: number;
}

export interface Piece {
  readonly code: string;
  readonly wbs: string;
  readonly name: string;
  readonly type: 'summary' | 'task' | 'finish-milestone';
  readonly days: number;
  readonly after: readonly Tie[];
  readonly role: string;
  /** Minor units. */
  readonly variable: number;
  readonly fixed: number;
}

export interface Outline {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/**
 * A plan as somebody would jot it down, a piece of work a line: `code | wbs | name | days | after | role | cost of a day |
 * fixed cost`. Without days it is a summary, with 0 a milestone; `after` is written as schedule tools do: `3, 5SS+2d`.
 */
export function outlineOf(title: string, text: string): Outline {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { title, pieces: lines.map(pieceOf) };
}

function pieceOf(line: string): Piece {
  const [code = '', wbs = '', name = '', days = '', after = '', role = '', daily = '', fixed = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const type = days === '' ? 'summary' : days === '0' ? 'finish-milestone' : 'task';
  const ties = after === '' ? [] : after.split(',').map((each) => tieOf(each.trim()));
  const work = { days: Number(days), variable: Number(daily) * Number(days) * 100, fixed: Number(fixed) * 100 };
  return { code, wbs, name, type, after: ties, role, ...work };
}

function tieOf(text: string): Tie {
  const [, code, type = 'FS', lag = '0'] = /^(\d+)(FS|SS|FF)?(?:\+(\d+)d)?$/.exec(text) ?? [];
  if (!code) throw new Error(`A predecessor cannot be read: ${text}`);
  return { code, type: type as Tie['type'], lagDays: Number(lag) }; // the pattern names no other
}

/** When a piece begins and ends, in working minutes of its project. */
export interface Span {
  readonly start: number;
  readonly finish: number;
}

/** Lays the pieces one after the other, as early as their ties and `earliest` let them. */
export function lay(
  { pieces }: Outline,
  minutesOf: (piece: Piece, start: number) => number = ({ days }) => days * DAY_MINUTES,
  earliest: (piece: Piece) => number = () => 0,
): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const piece of pieces.filter(({ type }) => type !== 'summary')) {
    let start = earliest(piece);
    let latestEnd = 0;
    for (const { code, type, lagDays } of piece.after) {
      const before = spans.get(code);
      if (!before) throw new Error(`${piece.code} comes after ${code}, which is not before it.`);
      const lag = lagDays * DAY_MINUTES;
      if (type === 'FS') start = Math.max(start, before.finish + lag);
      if (type === 'SS') start = Math.max(start, before.start + lag);
      if (type === 'FF') latestEnd = Math.max(latestEnd, before.finish + lag);
    }
    const minutes = minutesOf(piece, start);
    start = Math.max(start, latestEnd - minutes);
    spans.set(piece.code, { start, finish: start + minutes });
  }
  return spans;
}
