import { freshDatabase, idOf } from '@bw/testing';
import { Database, loadServiceConfig, ServiceLogger } from '../index.ts';

describe('connections of a service', () => {
  let database: Database;
  const [ours, theirs] = [idOf('tenant', 'ours'), idOf('tenant', 'theirs')];

  beforeAll(async () => {
    const url = await freshDatabase();
    const config = loadServiceConfig('doors', {
      DOORS_OWNER_URL: url,
      DOORS_DATABASE_URL: url,
      DOORS_LOG_URL: url,
      LOG_LEVEL: 'silent',
    });
    database = new Database(config, new ServiceLogger(config));
    await database.pool.query('create table note (tenant text, words text, size int, seal bytea)');
  });
  afterAll(() => database.onApplicationShutdown());

  const words = async () =>
    (await database.pool.query<{ words: string }>('select words from note order by words')).rows;

  it('run statements for one tenant, values as they are', async () => {
    const nasty = `O'Brien \\ '); drop table note; -- $1 \${x}`;
    const seal = Buffer.from([0, 255, 39]);
    await database.ask(ours)`insert into note values (current_setting('app.tenant'), ${nasty}, ${7}, ${seal})`;
    const found = await database.ask<{ tenant: string }>(ours)`
      select tenant, words, size, seal from note where words = ${nasty} and ${null}::text is null`;
    expect(found).toEqual([{ tenant: ours, words: nasty, size: 7, seal }]);
    const { rows } = await database.pool.query<{ tenant: string }>(
      "select current_setting('app.tenant', true) as tenant",
    );
    expect(rows[0]?.tenant ?? '').toBe('');
  });

  it('undo a transaction that fails, and can be used again', async () => {
    const before = await words();
    const failing = database.withTenant(theirs, async (tx) => {
      await tx.query("insert into note values ('x', 'lost', 1, null)");
      await tx.query('select 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await words()).toEqual(before);
    const tenant = await database.withTenant(theirs, (tx) =>
      tx.query<{ tenant: string }>("select current_setting('app.tenant') as tenant"),
    );
    expect(tenant.rows).toEqual([{ tenant: theirs }]);
  });
});
