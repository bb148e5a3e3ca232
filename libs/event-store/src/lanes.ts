/** Work of one lane is done one after the other, in the order in which it came; lanes do not wait for each other. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane);
    const mine = before ? before.then(work, work) : work();
    this.#last.set(lane, mine);
    const leave = () => {
      if (this.#last.get(lane) === mine) this.#last.delete(lane);
    };
    mine.then(leave, leave);
    return mine;
  }
}
