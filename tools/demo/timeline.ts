import type { Office } from '../product/office.ts';

interface Step {
  readonly at: string;
  readonly what: string;
  readonly act: (office: Office) => Promise<void>;
}

/** What happens when. Stories of several engagements are written one by one and played as they fall together. */
export class Timeline {
  readonly #steps: Step[] = [];

  at(at: string, what: string, act: Step['act']): void {
    this.#steps.push({ at, what, act });
  }

  /** Plays all that lies before `end` under the replay clock, each step at its own time. */
  async play(office: Office, end: string, say: (done: number, of: number, what: string) => void): Promise<void> {
    const steps = this.#steps
      .filter(({ at }) => at <= end)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    let now = '';
    for (const [index, { at, what, act }] of steps.entries()) {
      say(index, steps.length, what);
      if (at > now) await office.advance(at);
      now = at;
      try {
        await act(office);
      } catch (cause) {
        throw new Error(`${what} on ${at.slice(0, 10)}: ${cause instanceof Error ? cause.message : String(cause)}`, {
          cause,
        });
      }
    }
    await office.advance(end);
  }
}
