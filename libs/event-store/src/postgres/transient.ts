/** SQLSTATEs after which the same statement may well succeed: serialization, deadlock, connection, shutdown, too many. */
const TRANSIENT = /^(40001|40P01|08...|57P0[123]|53300|55P03)$/;
const CONNECTION = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Is it worth trying again, without a change? Also true where the connection broke and the outcome is unknown. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return TRANSIENT.test(code) || CONNECTION.has(code) || error.message.startsWith('Connection terminated');
}

export interface RetryPlan {
  readonly attempts: number;
  readonly firstDelayMs: number;
}

/** Runs it again after transient errors, twice as late each time; the last error goes up. */
export async function retrying<T>(work: () => Promise<T>, { attempts, firstDelayMs }: RetryPlan): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstDelayMs * 2 ** (attempt - 1)));
    }
  }
}
