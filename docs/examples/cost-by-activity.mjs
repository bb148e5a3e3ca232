// A consumer as somebody else would write it: nothing but fetch. It reads the event feed from the first event, folds it
// into a read model of its own (cost by activity of one engagement, corrections included), and compares that with the API.
//
//   node docs/examples/cost-by-activity.mjs http://127.0.0.1:3000 NORD-WMS [cursor.json]
//
// With a third argument it stores what it knows there and goes on from there the next time.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const [url, code, file] = process.argv.slice(2);
if (!url || !code) {
  console.error('node cost-by-activity.mjs <address> <code of an engagement> [file to remember in]');
  process.exit(2);
}

const token = await developmentToken('director');
const engagement = await engagementNamed(code);

// What is known: the position in the feed, and every cost by the id of its event. They are stored together, so that a
// break in between neither loses an event nor counts one twice.
const known = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { after: 0, costs: {} };
let read = 0;
for (;;) {
  const page = await linesOf(`/api/v1/events?after=${known.after}&limit=500&types=scheduling.ActualCostRecorded`);
  if (page.length === 0) break;
  for (const event of page) take(event);
  read += page.length;
  known.after = page.at(-1).feedsequence;
  if (file) {
    writeFileSync(`${file}.new`, JSON.stringify(known));
    renameSync(`${file}.new`, file); // whole or not at all
  }
}
console.log(`read ${read} events, up to ${known.after} of the feed`);

const ours = totals();
const theirs = await asTheApiSays();
const wrong = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
  (activity) => (ours.get(activity) ?? 0) !== (theirs.get(activity) ?? 0),
);
for (const activity of wrong) {
  console.error(`${activity}: ${ours.get(activity) ?? 0} here, ${theirs.get(activity) ?? 0} there`);
}
const sum = [...ours.values()].reduce((total, amount) => total + amount, 0);
const word = wrong.length === 0 ? 'equal to what the API says' : `${wrong.length} differ from what the API says`;
console.log(`${ours.size} activities, ${(sum / 100).toFixed(2)} ${engagement.currency}: ${word}.`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** An event may correct an earlier one: both stay in the feed, and the new one counts from now on. */
function take({ id, corrects, data }) {
  if (data.engagementId !== engagement.engagementId || data.basis !== 'project') return;
  if (corrects) delete known.costs[corrects];
  known.costs[id] = { plan: data.planId, activity: data.activityId, amount: data.amount };
}

function totals() {
  const sums = new Map();
  for (const { activity, amount } of Object.values(known.costs)) sums.set(activity, (sums.get(activity) ?? 0) + amount);
  return sums;
}

async function asTheApiSays() {
  const plans = await (await get(`/api/v1/plans?engagement=${engagement.engagementId}`)).json();
  const sums = new Map();
  for (const { planId } of plans) {
    const { contributions } = await (await get(`/api/v1/evm/contributions?plan=${planId}`)).json();
    for (const { activityId, ac } of contributions) if (ac !== 0) sums.set(activityId, ac);
  }
  return sums;
}

async function engagementNamed(wanted) {
  let cursor = '';
  for (;;) {
    const { items, next } = await (await get(`/api/v1/engagements?limit=200${cursor}`)).json();
    const found = items.find((each) => each.code === wanted);
    if (found) return found;
    if (!next) throw new Error(`There is no engagement ${wanted}.`);
    cursor = `&cursor=${next}`;
  }
}

async function linesOf(path) {
  const text = await (await get(path)).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function get(path) {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** In a development installation only; elsewhere your identity provider gives the token. */
async function developmentToken(persona) {
  const answer = await fetch(`${url}/oidc/dev-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return (await answer.json()).access_token;
}
