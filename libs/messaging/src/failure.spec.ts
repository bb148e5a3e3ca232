import { LogBusy, VersionConflict } from '@bw/event-store';
import { BusUnreachable, LeaseLost } from './bus.ts';
import { failureOf, sayFailure } from './failure.ts';

const coded = (code: string) => Object.assign(new Error(`failed with ${code}`), { code });

describe('a failure while events are applied', () => {
  it.each(['08006', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ETIMEDOUT'])('%s: wait for what is away', (code) => {
    expect(failureOf(coded(code))).toBe('unreachable');
  });

  it('without a code, is told by the driver’s sentence', () => {
    expect(failureOf(new Error('Connection terminated unexpectedly'))).toBe('unreachable');
    expect(failureOf(new Error('timeout exceeded when trying to connect'))).toBe('unreachable');
    expect(failureOf(new BusUnreachable('Kafka does not answer'))).toBe('unreachable');
  });

  it.each([coded('40001'), coded('40P01'), coded('57014'), new LogBusy(1), new VersionConflict('risk-7', 1, 2)])(
    'is worth another try: %s',
    (error) => {
      expect(failureOf(error)).toBe('conflict');
    },
  );

  it('is known by its cause, and by any of several', () => {
    expect(failureOf(new Error('The command failed', { cause: coded('40P01') }))).toBe('conflict');
    expect(failureOf(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))).toBe('unreachable');
  });

  it.each([coded('23505'), new TypeError('x is undefined'), 'a text', undefined])('would come again: %s', (error) => {
    expect(failureOf(error)).toBe('poison');
  });

  it('lets go of what another process has taken over', () => {
    expect(failureOf(new LeaseLost('risk reads scheduling'))).toBe('superseded');
  });

  it('is told with its causes', () => {
    expect(sayFailure(new Error('It failed', { cause: new Error('no such table') }))).toBe('It failed: no such table');
    expect(sayFailure(42)).toBe('42');
  });
});
