import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ApiClient, devToken } from '@bw/client';
import { NoInstallation } from './exit-status.ts';
import type { Surroundings } from './surroundings.ts';

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

type Place = Pick<Surroundings, 'folder' | 'env'>;

/** The note of the Bridgework that runs from `BW_DATA`, this folder or one above; undefined where none does. */
export function runningHere({ folder, env }: Place): Running | undefined {
  const data = env['BW_DATA'];
  const folders = data
    ? [resolve(folder, data)]
    : [...foldersAbove(resolve(folder))].map((above) => join(above, '.data'));
  const file = folders.map((each) => join(each, 'running.json')).find((candidate) => existsSync(candidate));
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Running) : undefined;
}

function* foldersAbove(folder: string): Generator<string> {
  yield folder;
  if (dirname(folder) !== folder) yield* foldersAbove(dirname(folder));
}

export function urlOf({ url }: Pick<GlobalOptions, 'url'>, place: Place): string {
  const address = url ?? runningHere(place)?.url;
  if (!address)
    throw new NoInstallation('No Bridgework runs from this folder. Start one (npm start), or name its address: --url');
  return address.replace(/\/$/, '');
}

/** A client that acts as the given token says, or as a persona of the development issuer. */
export async function clientFor(options: GlobalOptions, place: Place): Promise<ApiClient> {
  const url = urlOf(options, place);
  return new ApiClient(url, options.token ?? (await devToken(url, options.as)));
}
