import { accept, type Decider, refuse } from '@bw/kernel';
import { scenarios } from './index.ts';

interface Opened {
  readonly type: 'opened';
  readonly by?: string;
}

const door: Decider<'open' | 'shut', 'open' | 'leave', Opened, 'already-open'> = {
  initial: 'shut',
  decide(command, state) {
    if (command === 'leave') return accept();
    return state === 'open'
      ? refuse('already-open', { since: 'noon' })
      : accept<Opened>({ type: 'opened', by: undefined });
  },
  evolve: () => 'open',
};

const { given, stateAfter } = scenarios(door);
const opened: Opened = { type: 'opened' };

describe('a scenario', () => {
  it('passes where the decider does as told', () => {
    given().when('open').then(opened);
    given().when('leave').thenNothing();
    given(opened).when('open').thenRefused('already-open');
    given(opened).when('open').thenRefused('already-open', { since: 'noon' });
    expect(stateAfter(opened)).toBe('open');
  });

  it('fails with what is different', () => {
    expect(() => given().when('open').thenNothing()).toThrow(/Other facts than expected[^]*opened/);
    expect(() => given().when('open').then({ type: 'opened', by: 'me' })).toThrow(/by/);
    expect(() => given().when('open').thenRefused('already-open')).toThrow(/but it was accepted with[^]*opened/);
    expect(() => given(opened).when('open').then(opened)).toThrow(/it was refused: already-open {"since":"noon"}/);
    expect(() => given(opened).when('open').thenRefused('already-open', { since: 'dawn' })).toThrow(/dawn/);
  });

  it('fails where the decider cannot fold its own fact', () => {
    const broken = scenarios({
      ...door,
      evolve: () => {
        throw new Error('no such fact');
      },
    });
    expect(() => broken.given().when('open').then(opened)).toThrow('no such fact');
  });
});
