import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from '../start/build.ts';
import { root } from '../workspace.ts';
import { breaks } from './compatibility.ts';
import { EVENTS } from './documents.ts';
import { currentDocuments, leftOver, staleDocuments, textOf } from './files.ts';
import type { Schema } from './sources.ts';

async function main(args: readonly string[]): Promise<number> {
  await build(new AbortController().signal);
  if (args.includes('--check')) return check();
  const documents = await currentDocuments();
  const broken = brokenPromises(documents);
  if (broken.length > 0 && !args.includes('--accept-breaking')) {
    console.error(`These events would break what is published. Give them a new version, or, if nobody can have
read the old one yet, run again with --accept-breaking:\n  ${broken.join('\n  ')}`);
    return 1;
  }
  const changed = [...documents].filter(([path, text]) => textOf(path) !== text);
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const gone = leftOver(documents);
  for (const path of gone) rmSync(join(root, path));
  console.log(`${documents.size} documents, ${changed.length} written, ${gone.length} removed.`);
  return 0;
}

async function check(): Promise<number> {
  const stale = await staleDocuments();
  if (stale.length === 0) return 0;
  console.error(`Not as the code says; run npm run contracts and review the difference:\n  ${stale.join('\n  ')}`);
  return 1;
}

function brokenPromises(documents: ReadonlyMap<string, string>): readonly string[] {
  return [...documents].flatMap(([path, text]) => {
    const published = path.endsWith('.schema.json') ? textOf(path) : undefined;
    if (published === undefined) return [];
    const name = path.slice(EVENTS.length + 1, -'.schema.json'.length);
    return breaks(JSON.parse(published) as Schema, JSON.parse(text) as Schema).map((problem) => `${name}: ${problem}`);
  });
}

process.exitCode = await main(process.argv.slice(2));
