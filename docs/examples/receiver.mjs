// Takes webhooks, and only those that are signed with the secret: https://www.standardwebhooks.com
//
//   BW_WEBHOOK_SECRET=whsec_… node docs/examples/receiver.mjs 4712
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const port = Number(process.argv[2] ?? 4712);
const secret = process.env.BW_WEBHOOK_SECRET;
if (!secret?.startsWith('whsec_')) {
  console.error('Set BW_WEBHOOK_SECRET to what "npx bw events listen" said.');
  process.exit(2);
}
const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
const OLDEST_SECONDS = 300;
const seen = new Set();

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures = '' } = request.headers;

  const age = Math.abs(Date.now() / 1000 - Number(at));
  const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  const signed = signatures
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .map((each) => Buffer.from(each.slice('v1,'.length), 'base64'))
    .some((each) => each.length === expected.length && timingSafeEqual(each, expected));
  if (!signed || !(age <= OLDEST_SECONDS)) {
    response.writeHead(401).end();
    return;
  }
  // The same message again, because our answer got lost: it was taken already. A real receiver stores this with its data.
  if (!seen.has(id)) {
    seen.add(id);
    const { type, subject } = JSON.parse(body);
    console.log(`took ${seen.size} ${type} ${subject}`);
  }
  response.writeHead(204).end();
}).listen(port, '127.0.0.1');
