import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ApiClient, devToken } from '@bw/client';

/** What `npm start` notes about the Bridgework that it runs. */
export interface Running {
  readonly url: string;
  readonly bus: string;
  readonly adminUrl: string;
  readonly reportingUrl: string;
  readonly processes: Readonly<Record<string, number>>;
}

export interface GlobalOptions {
  readonly url?: string;
  readonly token?: string;
  readonly as: string;
  readonly json?: boolean;
}

/** The note of the Bridgework that runs from `BW_DATA`, this folder or one above; undefined where none does. */
export function runningHere(from = process.cwd(), data = process.env['BW_DATA']): Running | undefined {
  const folders = data ? [resolve(data)] : [...foldersAbove(resolve(from))].map((folder) => join(folder, '.data'));
  const file = folders.map((folder) => join(folder, 'running.json')).find((candidate) => existsSync(candidate));
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Running) : undefined;
}

function* foldersAbove(folder: string): Generator<string> {
  yield folder;
  if (dirname(folder) !== folder) yield* foldersAbove(dirname(folder));
}

export function urlOf({ url }: GlobalOptions): string {
  const address = url ?? runningHere()?.url;
  if (!address)
    throw new Error('No Bridgework runs from this folder. Start one (npm start), or name its address: --url');
  return address.replace(/\/$/, '');
}

/** A client that acts as the given token says, or as a persona of the development issuer. */
export async function clientFor(options: GlobalOptions): Promise<ApiClient> {
  const url = urlOf(options);
  return new ApiClient(url, options.token ?? (await devToken(url, options.as)));
}
