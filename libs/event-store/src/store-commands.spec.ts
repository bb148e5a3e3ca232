import { describeCommands } from './commands.suite.ts';
import { MemoryEventStore } from './index.ts';

describe('commands over the store in memory', () => {
  describeCommands(async (clock) => new MemoryEventStore({ source: 'test', clock }));
});
