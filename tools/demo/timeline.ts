import type { Office } from '../product/office.ts';

interface Step {
  readonly at: string;
  readonly lane: string;
  readonly what: string;
  readonly act: (office: Office) => Promise<void>;
}

/** How far the play has come. */
export interface Moment {
  readonly done: number;
  readonly of: number;
  /** The day that is being played. */
  readonly day: string;
  readonly what: string;
}

/**
 * What happens when. Stories of several engagements are written one by one and played as they fall together: in a lane one
 * step after the other, lanes side by side.
 */
export class Timeline {
  readonly #steps: Step[] = [];

  at(at: string, lane: string, what: string, act: Step['act']): void {
    this.#steps.push({ at, lane, what, act });
  }

  /** Instants and deeds, for those who want to know without playing it. */
  get steps(): readonly Omit<Step, 'act'>[] {
    return this.#inOrder().map(({ at, lane, what }) => ({ at, lane, what }));
  }

  /** Plays all that lies before `end` under the replay clock, each step at its own time. */
  async play(office: Office, end: string, say: (moment: Moment) => void): Promise<void> {
    const steps = this.#inOrder().filter(({ at }) => at <= end);
    let done = 0;
    for (const [at, together] of Map.groupBy(steps, (step) => step.at)) {
      const lanes = [...Map.groupBy(together, ({ lane }) => lane)];
      const [first] = together;
      const what = lanes.length === 1 && first ? `${first.lane}: ${first.what}` : (first?.what ?? '');
      say({ done, of: steps.length, day: at.slice(0, 10), what });
      await office.advance(at);
      await Promise.all(lanes.map(([, lane]) => playLane(office, lane)));
      done += together.length;
    }
    await office.advance(end);
    say({ done, of: done, day: end.slice(0, 10), what: 'sample data loaded' });
  }

  #inOrder(): readonly Step[] {
    return this.#steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}

async function playLane(office: Office, steps: readonly Step[]): Promise<void> {
  for (const { lane, what, at, act } of steps) {
    try {
      await act(office);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${lane}: ${what} on ${at.slice(0, 10)}: ${why}`, { cause });
    }
  }
}
