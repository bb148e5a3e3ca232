import { blocksOf } from './blocks.ts';
import { isPrinted } from './printed.ts';
import { printedBy, scriptOf } from './script.ts';

const fence = (language: string, ...lines: readonly string[]) => ['```' + language, ...lines, '```'].join('\n');

describe('the blocks of a page', () => {
  it('are its fences in sh and sql, in order, with their lines', () => {
    const page = ['# Title', fence('sh', 'echo 1'), fence('json', '{}'), fence('sql', 'select 1')].join('\n\n');
    expect(blocksOf(page)).toEqual([
      { line: 3, language: 'sh', text: 'echo 1' },
      { line: 11, language: 'sql', text: 'select 1' },
    ]);
  });

  it('are left out where the page says why', () => {
    expect(blocksOf(`<!-- not run: no Docker here -->\n\n${fence('sh', 'docker ps')}`)).toMatchObject([
      { notRun: 'no Docker here' },
    ]);
  });

  it('are not left out by a reason that stands further up', () => {
    const page = `<!-- not run: no Docker here -->\n${fence('sh', 'docker ps')}\n${fence('sh', 'echo')}`;
    expect(blocksOf(page).map(({ notRun }) => notRun)).toEqual(['no Docker here', undefined]);
  });

  it('know what they shall print', () => {
    const page = `${fence('sh', 'echo 1')}\n<!-- prints -->\n${fence('text', '1')}`;
    expect(blocksOf(page)).toMatchObject([{ text: 'echo 1', prints: '1' }]);
  });

  it('hold a fence inside a longer one', () => {
    const page = ['````md', '```sh', 'echo no', '```', '````'].join('\n');
    expect(blocksOf(page)).toEqual([]);
  });

  it('must be closed', () => {
    expect(() => blocksOf('```sh\necho')).toThrow('Line 1: this fence is never closed');
  });
});

describe('what is printed', () => {
  it.each([
    ['equal', 'a\nb', 'a\nb\n', true],
    ['with a line more', 'a', 'a\nb', false],
    ['with blanks at the end', 'a', 'a  \n\n', true],
    ['with anything within a line', 'cut …, known', 'cut e1.s2, known', true],
    ['with any lines between', 'a\n…\nd', 'a\nb\nc\nd', true],
    ['with no line between', 'a\n…\nd', 'a\nd', true],
    ['with signs that mean something elsewhere', 'SPI(t) [x]', 'SPI(t) [x]', true],
  ])('%s', (_, said, printed, same) => expect(isPrinted(said, printed)).toBe(same));
});

describe('the script of a page', () => {
  const blocks = blocksOf([fence('sh', 'curl http://127.0.0.1:3000/x'), fence('sql', 'select 1')].join('\n'));
  const script = scriptOf(blocks, { addresses: [['http://127.0.0.1:3000', 'http://127.0.0.1:4000']], sql: 'runsql' });

  it('goes to the product that runs', () => expect(script).toContain('curl http://127.0.0.1:4000/x'));
  it('hands SQL to the one who runs it', () => expect(script).toContain("runsql <<'END_OF_SQL'\nselect 1\n"));
  it('gives each block what it printed, and those that were not reached nothing', () => {
    expect(printedBy(blocks, '\u001e0\u001e\nhello\n')).toEqual(['hello\n', undefined]);
  });
});
