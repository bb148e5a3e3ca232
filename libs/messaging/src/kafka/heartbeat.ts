/** Tells the broker that the consumer lives while a batch takes long, and notices when the group has gone on without it. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private readonly losing = new AbortController();

  constructor(beat: () => Promise<void>, everyMs: number) {
    this.timer = setInterval(() => {
      beat().catch((error: unknown) => {
        this.stop();
        this.losing.abort(error);
      });
    }, everyMs);
  }

  /** Aborted once the group does not count this consumer any more. */
  get lost(): AbortSignal {
    return this.losing.signal;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** The broker's own error: kafkajs joins the group again on it. */
  throwIfLost(): void {
    this.losing.signal.throwIfAborted();
  }
}
