import { chance } from './random.ts';
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
  /** A day of each role, in whole units of money. */
  readonly rates: Readonly<Record<string, number>>;
}

/** A part of a plan: once, or again for each of some places, systems or teams. */
export interface Part {
  readonly name: string;
  readonly each?: readonly string[];
  /**
   * A piece of work a line: `key | name | days | after | role | fixed cost`. With 0 days it is a milestone; `{}` in a name
   * stands for what the part is done for; `2x Developer` is a team of two. What a line comes after is named by its key,
   * as `design, build SS+2d`: of the same place, else of an earlier part. `<build` is the one of the place before, `*build`
   * are all of them.
   */
  readonly lines: string;
}

/** Works out a plan as somebody would who copies the lines of a site for the next one, and then looks at each. */
export function outlineOf(title: string, rates: Outline['rates'], parts: readonly Part[]): Outline {
  const draft = new Draft(title, rates);
  for (const part of parts) draft.add(part);
  return { title, rates, pieces: draft.pieces };
}

class Draft {
  readonly pieces: Piece[] = [];
  readonly #title: string;
  readonly #rates: Outline['rates'];
  /** Codes by key; those of parts that are repeated by key and place. */
  readonly #codes = new Map<string, string[]>();
  #parts = 0;

  constructor(title: string, rates: Outline['rates']) {
    this.#title = title;
    this.#rates = rates;
  }

  add({ name, each, lines }: Part): void {
    this.#parts += 1;
    const wbs = String(this.#parts);
    this.#summary(wbs, name);
    if (!each) return this.#place(wbs, lines);
    for (const [index, place] of each.entries()) {
      this.#summary(`${wbs}.${index + 1}`, place);
      this.#place(`${wbs}.${index + 1}`, lines, place);
    }
  }

  #summary(wbs: string, name: string): void {
    const nothing = { days: 0, after: [], role: '', variable: 0, fixed: 0 };
    this.pieces.push({ code: this.#nextCode(), wbs, name, type: 'summary', ...nothing });
  }

  #place(wbs: string, lines: string, place?: string): void {
    const here = new Map<string, string>();
    const rows = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    for (const [index, row] of rows.entries()) {
      const [key = '', name = '', days = '', after = '', role = '', fixed = ''] = row
        .split('|')
        .map((cell) => cell.trim());
      const code = this.#nextCode();
      const ties = after === '' ? [] : after.split(',').flatMap((each) => this.#ties(each.trim(), here));
      const title = name.replace('{}', place ?? '');
      const work = this.#work({
        name: title,
        days: Number(days),
        role,
        fixed: Number(fixed),
        varied: place !== undefined,
      });
      this.pieces.push({ code, wbs: `${wbs}.${index + 1}`, name: title, after: ties, ...work });
      here.set(key, code);
    }
    for (const [key, code] of here) this.#codes.set(key, [...(this.#codes.get(key) ?? []), code]);
  }

  #work({ name, days, role: team, fixed, varied }: Work) {
    const [, heads = '1', role = ''] = /^(?:(\d)x )?(.*)$/.exec(team) ?? [];
    const share = varied ? chance(`${this.#title}/${name}`, 0.75, 1.3) : 1;
    const actual = days === 0 ? 0 : Math.max(1, Math.round(days * share));
    const rate = role === '' ? 0 : this.#rates[role];
    if (rate === undefined) throw new Error(`${this.#title} has no rate of a ${role}.`);
    return {
      type: days === 0 ? ('finish-milestone' as const) : ('task' as const),
      days: actual,
      role,
      variable: actual * rate * Number(heads) * 100,
      fixed: Math.round(fixed * share) * 100,
    };
  }

  #ties(text: string, here: ReadonlyMap<string, string>): readonly Tie[] {
    const [, which = '', key, type = 'FS', lag = '0'] =
      /^([<*]?)([a-z][a-z-]*)(?: (FS|SS|FF))?(?:\+(\d+)d)?$/.exec(text) ?? [];
    if (!key) throw new Error(`What a piece of work comes after cannot be read: ${text}`);
    const earlier = this.#codes.get(key) ?? [];
    const own = here.get(key);
    const codes = which === '*' ? earlier : which === '<' ? earlier.slice(-1) : own ? [own] : earlier.slice(-1);
    if (codes.length === 0 && which !== '<') throw new Error(`${this.#title} has nothing called ${key} before it.`);
    return codes.map((code) => ({ code, type: type as Tie['type'], lagDays: Number(lag) })); // the pattern names no other
  }

  #nextCode(): string {
    return String(this.pieces.length + 1);
  }
}

interface Work {
  readonly name: string;
  readonly days: number;
  readonly role: string;
  readonly fixed: number;
  readonly varied: boolean;
}

/** When a piece begins and ends, in working minutes of its project. */
export interface Span {
  readonly start: number;
  readonly finish: number;
}

/** Lays the pieces one after the other, as early as their ties and `earliest` let them. */
export function lay(
  { pieces }: Pick<Outline, 'pieces'>,
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
