import { HEADS, type Mark, type Watermark, WHOLE_LOG } from './bus.ts';
import type {
  ConsumerStore,
  ConsumerWork,
  DeadLetter,
  DeadLetterQuery,
  LetterOutcome,
  Parking,
  Place,
  Progress,
  SourcePosition,
  Stored,
} from './consumer-store.ts';
import type { Transaction } from './delivery.ts';

interface OffsetRow extends Place {
  nextOffset: number;
  position: number;
  partitions: number;
  mark?: Mark;
  markAt?: string;
}

interface SourceRow {
  position: number;
  head: number;
  recorded?: string;
  pending?: Watermark;
  watermark?: Watermark;
}

interface State {
  readonly offsets: Map<string, OffsetRow>;
  readonly sources: Map<string, SourceRow>;
  readonly letters: Map<number, DeadLetter>;
  readonly released: Set<string>;
  /** What handlers under test have written: it comes and goes with the transaction. */
  readonly effects: unknown[];
}

const NO_SQL = 'A consumer in memory has no tables: its handlers write effects.';

/** The handlers' transaction in memory: what they push here is kept if the transaction is. */
export interface MemoryTransaction extends Transaction {
  readonly effects: unknown[];
}

/** A group's bookkeeping in memory, for pure tests: one transaction after the other, kept or forgotten as a whole. */
export class MemoryConsumerStore implements ConsumerStore {
  private state: State = {
    offsets: new Map(),
    sources: new Map(),
    letters: new Map(),
    released: new Set(),
    effects: [],
  };
  private turn: Promise<unknown> = Promise.resolve();
  private abandoned = 0;

  constructor(readonly group: string) {}

  get effects(): readonly unknown[] {
    return this.state.effects;
  }

  transaction<T>(work: (consumer: ConsumerWork) => Promise<T>): Promise<T> {
    const mine = this.turn.then(async () => {
      const abandoned = this.abandoned;
      const draft = new MemoryConsumerWork(this.group, structuredClone(this.state));
      const result = await work(draft);
      if (abandoned !== this.abandoned) throw new Error('The transaction was broken off.');
      this.state = draft.state;
      return result;
    });
    this.turn = mine.catch(() => undefined); // whoever asked gets the error; the next one only waits for the end
    return mine;
  }

  stored(source: string): Promise<readonly OffsetRow[]> {
    return Promise.resolve([...this.state.offsets.values()].filter((row) => row.source === source));
  }

  letters({ source, key, state = 'parked', after = 0, limit = 100 }: DeadLetterQuery): Promise<readonly DeadLetter[]> {
    const found = [...this.state.letters.values()].filter(
      (letter) =>
        letter.id > after &&
        letter.state === state &&
        (source === undefined || letter.source === source) &&
        (key === undefined || letter.key === key),
    );
    return Promise.resolve(found.slice(0, limit));
  }

  letter(id: number): Promise<DeadLetter | undefined> {
    return Promise.resolve(this.state.letters.get(id));
  }

  positions(): Promise<readonly SourcePosition[]> {
    const { sources, letters } = this.state;
    return Promise.resolve(
      [...sources].map(([source, { position, head, recorded, watermark }]) => ({
        source,
        position,
        head: Math.max(head, position),
        lagEvents: Math.max(0, head - position),
        lagSeconds: head > position && recorded ? Math.max(0, (Date.now() - Date.parse(recorded)) / 1000) : 0,
        watermark,
        parked: [...letters.values()].filter((letter) => letter.source === source && letter.state === 'parked').length,
      })),
    );
  }

  abandon(): Promise<void> {
    this.abandoned += 1;
    this.turn = Promise.resolve();
    return Promise.resolve();
  }
}

class MemoryConsumerWork implements ConsumerWork {
  constructor(
    private readonly group: string,
    public state: State,
  ) {}

  get tx(): MemoryTransaction {
    return { effects: this.state.effects, query: () => Promise.reject(new Error(NO_SQL)) };
  }

  lock({ source, partition }: Place): Promise<Stored> {
    return Promise.resolve(this.offset(source, partition));
  }

  takeTurn(): Promise<void> {
    return Promise.resolve(); // transactions in memory run one after the other anyway
  }

  lockSource(): Promise<void> {
    return Promise.resolve(); // one transaction runs at a time
  }

  parkedKeys(source: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(keys.filter((key) => this.parked(source, key).length > 0)));
  }

  claimReleased(source: string, eventId: string): Promise<boolean> {
    const claim = `${source}/${eventId}`;
    const isNew = !this.state.released.has(claim);
    this.state.released.add(claim);
    return Promise.resolve(isNew);
  }

  actFor(): Promise<void> {
    return Promise.resolve();
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    const before = structuredClone(this.state);
    try {
      await work();
    } catch (error) {
      this.state = before;
      throw error;
    }
  }

  park(source: string, parking: Parking): Promise<void> {
    const id = this.state.letters.size + 1;
    const { position, key } = parking.event;
    const now = new Date().toISOString();
    const letter = { ...parking, id, group: this.group, source, position, key, firstAt: now, lastAt: now };
    this.state.letters.set(id, { ...letter, state: 'parked' });
    return Promise.resolve();
  }

  lettersOf(source: string, key: string, limit: number): Promise<readonly DeadLetter[]> {
    return Promise.resolve(this.parked(source, key).slice(0, limit));
  }

  countParked(source: string, key: string): Promise<number> {
    return Promise.resolve(this.parked(source, key).length);
  }

  settle({ id }: DeadLetter, outcome: LetterOutcome): Promise<boolean> {
    const letter = this.state.letters.get(id);
    if (letter?.state !== 'parked') return Promise.resolve(false);
    const attempts = letter.attempts + (outcome.state === 'skipped' ? 0 : 1);
    const behind = letter.behind && outcome.state !== 'parked';
    this.state.letters.set(id, { ...letter, ...outcome, attempts, behind, lastAt: new Date().toISOString() });
    return Promise.resolve(true);
  }

  save({ source, partition }: Place, { recorded, mark, ...progress }: Progress): Promise<void> {
    const row = this.offset(source, partition);
    Object.assign(row, progress, mark && { mark, markAt: mark.at ?? row.markAt });
    const whole = this.source(source);
    if (recorded && recorded > (whole.recorded ?? '')) whole.recorded = recorded;
    return Promise.resolve();
  }

  advance(
    { source, partition }: Place,
    { mark, head }: { readonly mark?: Mark; readonly head?: Mark },
  ): Promise<Watermark | undefined> {
    const whole = this.source(source);
    const rows = [...this.state.offsets.values()].filter(
      (row) => row.source === source && (partition === WHOLE_LOG ? row.partition === WHOLE_LOG : row.partition >= 0),
    );
    const partitions = Math.max(0, ...rows.map((row) => row.partitions));
    const marks = rows.flatMap((row) => (row.mark ? [row.mark.position] : []));
    const complete = partitions > 0 && marks.length === partitions ? Math.min(...marks) : 0;
    const settled = rows.flatMap((row) => row.markAt ?? []).toSorted();
    whole.position = Math.max(whole.position, complete);
    whole.head = Math.max(whole.head, head?.position ?? mark?.position ?? 0);
    if (partition === HEADS && head?.at && head.at > (whole.pending?.at ?? '')) {
      whole.pending = { position: head.position, at: head.at };
    }

    const [at] = settled;
    const marked = at && settled.length === partitions ? { position: complete, at } : undefined;
    const announced = whole.pending && whole.pending.position <= whole.position ? whole.pending : undefined;
    const next = [marked, announced].filter((one) => one !== undefined).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (!next || !isNewer(next, whole.watermark)) return Promise.resolve(undefined);
    whole.watermark = next;
    return Promise.resolve(next);
  }

  private offset(source: string, partition: number): OffsetRow {
    const key = `${source}/${partition}`;
    const row = this.state.offsets.get(key) ?? { source, partition, nextOffset: 0, position: 0, partitions: 1 };
    this.state.offsets.set(key, row);
    this.source(source);
    return row;
  }

  private source(source: string): SourceRow {
    const row = this.state.sources.get(source) ?? { position: 0, head: 0 };
    this.state.sources.set(source, row);
    return row;
  }

  private parked(source: string, key: string): readonly DeadLetter[] {
    return [...this.state.letters.values()]
      .filter((letter) => letter.source === source && letter.key === key && letter.state === 'parked')
      .toSorted((a, b) => a.position - b.position);
  }
}

/** Later, or more by the same instant: a replay clock may stand still while the log grows. */
function isNewer(next: Watermark, before: Watermark | undefined): boolean {
  if (!before || next.at > before.at) return true;
  return next.at === before.at && next.position > before.position;
}
