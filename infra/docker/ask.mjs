// For operators: node /ask.mjs PATH prints what the service in this container answers, asked with the operations token.
import { readFileSync } from 'node:fs';

const { PORT, OPERATIONS_TOKEN_FILE: file } = process.env;
const headers = file ? { authorization: `Bearer ${readFileSync(file, 'utf8').trim()}` } : {};
const answer = await fetch(`http://127.0.0.1:${PORT}${process.argv[2]}`, { headers });
console.log(await answer.text());
process.exit(answer.ok ? 0 : 1);
