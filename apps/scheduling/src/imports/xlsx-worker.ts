import { parentPort, workerData } from 'node:worker_threads';
import { type ImportLimits, UnreadableFile } from './import-report.ts';
import { readXlsx } from './xlsx.ts';

/*
 * Runs in a thread of its own, from source as from the build: this file and what it imports hold only what a plain runtime
 * understands.
 */
const { bytes, limits } = workerData as { readonly bytes: Uint8Array; readonly limits: ImportLimits }; // as xlsx-thread sends it

try {
  parentPort?.postMessage({ sheets: await readXlsx(bytes, limits) });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  // Classes do not survive the way between threads; what they say does.
  parentPort?.postMessage({ unreadable: error.notes });
}
