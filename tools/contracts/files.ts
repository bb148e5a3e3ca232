import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../workspace.ts';
import { documentsOf, EVENTS } from './documents.ts';
import { readSources } from './sources.ts';

/** The documents as they are checked in: formatted like everything else. */
export async function currentDocuments(): Promise<ReadonlyMap<string, string>> {
  return formatted(documentsOf(await readSources()));
}

/** Paths of the documents that are not as the code says, and of those that nothing in the code is behind any more. */
export async function staleDocuments(): Promise<readonly string[]> {
  const documents = await currentDocuments();
  return [
    ...[...documents].filter(([path, text]) => textOf(path) !== text).map(([path]) => path),
    ...leftOver(documents),
  ];
}

/** Published events that nothing in the code is behind any more. */
export function leftOver(documents: ReadonlyMap<string, string>): readonly string[] {
  const folder = join(root, EVENTS);
  const present = existsSync(folder) ? readdirSync(folder).map((name) => `${EVENTS}/${name}`) : [];
  return present.filter((path) => !documents.has(path));
}

/** A checked-in file; undefined where there is none. */
export function textOf(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function formatted(documents: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const config = await resolveConfig(join(root, 'package.json'));
  const entries = [...documents].map(
    async ([path, text]) => [path, await format(text, { ...config, filepath: path })] as const,
  );
  return new Map(await Promise.all(entries));
}
