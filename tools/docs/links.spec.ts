import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorsIn, brokenLinks, targetsIn } from './links.ts';

describe('the links of a page', () => {
  it('are those into the repository, pictures too, none of code', () => {
    const page = ['[a](b.md) ![c](d.png) <http://x>', '[web](https://x.y)', '`[no](no.md)`', '```sh', '[x](y)', '```'];
    expect(targetsIn(page.join('\n'))).toEqual(['b.md', 'd.png']);
  });

  it('lead to headings as they are written', () => {
    expect(anchorsIn('# As of, known at\n\n## SPI(t) & CPI\n')).toEqual(['as-of-known-at', 'spit--cpi']);
  });

  it('are broken where file or heading is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bw-links-'));
    try {
      writeFileSync(join(folder, 'other.md'), '# Here\n');
      writeFileSync(
        join(folder, 'page.md'),
        '# Top\n[1](other.md#here) [2](other.md#there) [3](none.md) [4](#top) [5](#no)',
      );
      expect(brokenLinks(folder, 'page.md')).toEqual(['other.md#there', 'none.md', '#no']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
