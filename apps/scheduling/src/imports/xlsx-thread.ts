import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ImportLimits, type Note, UnreadableFile } from './import-report.ts';
import type { Sheet } from './sheet.ts';

const PATIENCE_MS = 60_000;
const MOST_MEGABYTES = 768;

type Answer = { readonly sheets: readonly Sheet[] } | { readonly unreadable: readonly Note[] };

/** Reads a workbook beside the event loop: unpacking a large one takes seconds, in which others shall be answered. */
export async function readXlsxAside(
  bytes: Uint8Array,
  limits: ImportLimits,
  patienceMs = PATIENCE_MS,
): Promise<readonly Sheet[]> {
  const name = import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.js';
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(patienceMs) })) as [Answer]; // as xlsx-worker sends it
    if ('unreadable' in answer) throw new UnreadableFile(answer.unreadable);
    return answer.sheets;
  } catch (error) {
    throw asUnreadable(error, patienceMs);
  } finally {
    await worker.terminate();
  }
}

/** Too slow and too large are faults of the file; anything else is one of ours. */
function asUnreadable(error: unknown, patienceMs: number): unknown {
  if (error instanceof UnreadableFile) return error;
  // By its fields: errors of the runtime itself may be of another realm than ours.
  const { name, code } = fieldsOf(error);
  if (name === 'AbortError' || name === 'TimeoutError') {
    const detail = `takes more than ${patienceMs / 1_000} seconds to read: save it as CSV, or without its other sheets`;
    return UnreadableFile.because('TOOK_TOO_LONG', detail);
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return UnreadableFile.because('ZIP_BOMB', 'needs more memory than one import may take: save it as CSV');
  }
  return error;
}

function fieldsOf(error: unknown): { readonly name?: unknown; readonly code?: unknown } {
  const of = Object(error) as object;
  return { name: Reflect.get(of, 'name'), code: Reflect.get(of, 'code') };
}
