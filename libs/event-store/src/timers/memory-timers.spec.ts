import { MemoryTimers } from '../index.ts';
import { describeTimers } from './timers.suite.ts';

describe('timers in memory', () => {
  describeTimers(async (options) => new MemoryTimers(options));
});
