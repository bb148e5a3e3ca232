import { describeCommands } from '../commands.suite.ts';
import { PostgresEventStore } from '../index.ts';
import { freshLogDatabase, type LogDatabase } from './log-database.suite.ts';

describe('commands over the store in PostgreSQL', () => {
  let database: LogDatabase;
  beforeAll(async () => {
    database = await freshLogDatabase();
  });
  beforeEach(() => database.empty());
  afterAll(() => database.close());

  describeCommands(async (clock) => {
    const { pool, readerPool } = database;
    return new PostgresEventStore({ source: 'test', pool, readerPool, clock });
  });
});
