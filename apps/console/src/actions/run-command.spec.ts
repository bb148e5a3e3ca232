import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { RequestProblem, type Reply } from '../api/request.ts';
import { changeItems } from './patch.ts';
import { commandMutation, type CommandSpec, makeKeys, type Notices } from './run-command.ts';

const told: { readonly text: string; readonly undo?: () => void }[] = [];
const problems: unknown[] = [];
const notices: Notices = {
  tellDone: (text, undo) => told.push({ text, ...(undo && { undo }) }),
  tellProblem: (problem) => problems.push(problem),
  tellWaiting: () => told.push({ text: 'behind' }),
};

interface Thing {
  readonly id: string;
  readonly score: number;
}

const KEY = ['things', {}, {}];
const reply: Reply = { streamId: 's', version: 2, position: 'risk:1' };

function page(score = 9) {
  const client = new QueryClient();
  client.setQueryData(KEY, { items: [{ id: 'a', score }] });
  const shown = () => client.getQueryData<{ items: readonly Thing[] }>(KEY)?.items[0]?.score ?? 0;
  const sent: string[] = [];
  /** As a page makes it anew with every rendering: from what it shows. */
  const spec = (answer: () => Promise<Reply> = () => Promise.resolve(reply)): CommandSpec<number> => {
    const before = shown();
    return {
      send: (score, key) => {
        sent.push(`${score} ${key}`);
        return answer();
      },
      optimistic: (score) => [
        changeItems<Thing>(
          'things',
          ({ id }) => id === 'a',
          (thing) => ({ ...thing, score }),
        ),
      ],
      done: (score) => `scores ${score}`,
      undo: () => ({
        done: `scores ${before} again`,
        send: () => Promise.resolve(reply),
        optimistic: [
          changeItems<Thing>(
            'things',
            () => true,
            (thing) => ({ ...thing, score: before }),
          ),
        ],
      }),
    };
  };
  const observer = new MutationObserver(client, commandMutation<number>(client, makeKeys(), notices));
  const run = (score: number, wanted = spec()) => observer.mutate({ values: score, spec: wanted });
  return { shown, spec, run, sent };
}

beforeEach(() => {
  told.length = 0;
  problems.length = 0;
});

describe('a command', () => {
  it('shows at once, and says so when it is recorded', async () => {
    const { shown, run } = page();
    const running = run(15);
    await Promise.resolve();
    await running;
    expect(shown()).toBe(15);
    expect(told.map(({ text }) => text)).toEqual(['scores 15']);
  });

  it('is taken back with the reason where the server says no', async () => {
    const { shown, run, spec } = page();
    const refused = new RequestProblem(409, 'STATE_CONFLICT', 'The risk is closed.');
    await expect(
      run(
        15,
        spec(() => Promise.reject(refused)),
      ),
    ).rejects.toBe(refused);
    expect(shown()).toBe(9);
    expect(problems).toEqual([refused]);
  });

  it('is undone to what was before it, although the page shows the change already', async () => {
    const { shown, run } = page();
    await run(15);
    told[0]?.undo?.();
    await new Promise((done) => setTimeout(done, 10));
    expect(shown()).toBe(9);
    expect(told.map(({ text }) => text)).toEqual(['scores 15', 'scores 9 again']);
  });

  it('has the same key on a retry, and another one once it is recorded', async () => {
    const { run, spec, sent } = page();
    await expect(
      run(
        15,
        spec(() => Promise.reject(new TypeError('Failed to fetch'))),
      ),
    ).rejects.toThrow('Failed');
    await run(15);
    await run(15);
    const [first, retry, later] = sent;
    expect(retry).toBe(first);
    expect(later).not.toBe(first);
  });
});
