import { useCallback, useEffect, useState } from 'react';
import { read } from '../api/request.ts';

export interface Versioned {
  /** Undefined while it is being asked for, and where it could not be read. */
  readonly version: number | undefined;
  readonly problem: Error | undefined;
  /** Asks again: what somebody else did meanwhile is accepted as the new ground. */
  readonly renew: () => Promise<number>;
}

/**
 * The version of a thing as it was when the form opened. It is not renewed behind the form's back: a command says what it
 * builds on, and whoever was faster is told about.
 */
export function useVersion(path: string | undefined): Versioned {
  const [known, setKnown] = useState<{ readonly version?: number; readonly problem?: Error }>({});
  const renew = useCallback(async () => {
    const { version } = await read<{ readonly version: number }>(`/api/v1/${path}`);
    setKnown({ version });
    return version;
  }, [path]);
  useEffect(() => {
    if (path === undefined) return;
    renew().catch((error: unknown) => setKnown({ problem: error instanceof Error ? error : new Error(String(error)) }));
  }, [path, renew]);
  return { version: known.version, problem: known.problem, renew };
}
