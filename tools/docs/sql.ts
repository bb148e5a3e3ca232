import { text } from 'node:stream/consumers';
import { Client } from 'pg';

/** Runs the SQL of its input as the analyst of `BW_DOCS_SQL`, and prints the rows. A query that finds nothing teaches nothing. */
const client = new Client({ connectionString: process.env['BW_DOCS_SQL'] });
await client.connect();
try {
  const { rows } = await client.query<Record<string, unknown>>(await text(process.stdin));
  for (const row of rows) console.log(JSON.stringify(row));
  if (rows.length === 0) throw new Error('The query finds no row in the sample.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await client.end();
}
