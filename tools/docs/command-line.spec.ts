import { blocksOf } from './blocks.ts';
import { commandLinePage } from './command-line.ts';
import { mdTable } from './markdown.ts';

describe('the page about the command line', () => {
  const page = commandLinePage();

  it.each(['doctor', 'demo reset', 'events listen', 'import', 'evm', 'explain', 'time-travel', 'projections status'])(
    'has bw %s',
    (name) => expect(page).toContain(`\n## bw ${name}\n`),
  );

  it('has examples that are run, and says why others are not', () => {
    const blocks = blocksOf(page);
    expect(blocks.filter(({ notRun }) => notRun === undefined).length).toBeGreaterThan(10);
    expect(blocks.every(({ text }) => text.includes('npx bw '))).toBe(true);
  });
});

it('a table keeps bars and angles as they are read', () => {
  expect(mdTable(['a', 'b'], [['x|y', '<z>']])).toBe('| a    | b      |\n| ---- | ------ |\n| x\\|y | &lt;z> |');
});
