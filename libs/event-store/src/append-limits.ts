/** A batch is stored in one transaction: large enough to share one flush, small enough to answer quickly. */
export const MAX_BATCH_COMMANDS = 256;
export const MAX_BATCH_BYTES = 1024 * 1024;

/** What one command may store. More belongs into several commands, or into a file beside the log. */
export const MAX_COMMAND_EVENTS = 20_000;
export const MAX_COMMAND_BYTES = 16 * 1024 * 1024;

/** What may wait for its turn before new commands are turned away with `LogBusy`. */
export const MAX_WAITING_COMMANDS = 10_000;
export const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** How far back a retry is looked for where the expected version is `any` or `exists`. */
export const RETRY_HORIZON = 1_000;
