import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Links of a page that lead nowhere: to a file that is not there, or to a heading that its page does not have. */
export function brokenLinks(root: string, page: string): readonly string[] {
  return targetsIn(readFileSync(join(root, page), 'utf8')).filter((target) => !leadsSomewhere(root, page, target));
}

/** What a page links to inside the repository; images too. */
export function targetsIn(text: string): readonly string[] {
  const spoken = text.replace(/^\s*(`{3,})[\s\S]*?^\s*\1\s*$/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...spoken.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(root: string, page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(file)) return false;
  return heading === undefined || anchorsIn(readFileSync(file, 'utf8')).includes(heading);
}

/** The names that headings get: small letters, blanks as hyphens, other signs left out. */
export const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
