import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.ts';

/** What a working copy has of its own. */
const OWN = new Set(['.git', '.data', '.nx', 'coverage']);

/** A folder that looks like the repository, for what the blocks of pages write; the repository stays as it is. */
export function makeScratch(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bw-docs-'));
  for (const name of readdirSync(root)) if (!OWN.has(name)) symlinkSync(join(root, name), join(folder, name));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
