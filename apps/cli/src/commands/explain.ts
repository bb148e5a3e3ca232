import type { Command } from 'commander';
import { withExamples } from '../frame/examples.ts';
import { type Figure, hours, moment, money, valueOf } from '../frame/figures.ts';
import { clientFor, type GlobalOptions } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import { planOf } from '../frame/places.ts';
import { type PointOptions, pointOf, withPoint } from '../frame/point.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { type Painter, table } from '../frame/table.ts';
import { wholeNumber } from '../frame/values.ts';

interface Explained extends Figure {
  readonly text: string;
  readonly from: readonly string[];
}

interface Group {
  readonly activityId: string;
  readonly code?: string;
  readonly name?: string;
  readonly amount: number;
  readonly facts: number;
}

interface Fact {
  readonly kind: string;
  readonly event: string;
  readonly type: string;
  readonly effective: string;
  readonly recorded: string;
  readonly amount?: number;
  readonly done?: number;
  readonly remaining?: number;
  readonly corrects?: string;
  readonly reason?: string;
}

interface Explanation {
  readonly title: string;
  readonly currency: string;
  readonly point: { readonly asOf: string; readonly cut: string };
  readonly figure: Explained;
  readonly operands: readonly Explained[];
  readonly groups: readonly Group[];
  readonly facts: readonly Fact[];
  readonly next?: string;
  readonly lineage: string;
}

interface ExplainOptions extends GlobalOptions, PointOptions {
  readonly activity?: string;
  readonly events: number;
}

const PAGE = 200;

export function addExplain(program: Command, surroundings: Surroundings): void {
  const explain = withPoint(program.command('explain'))
    .argument('<figure>', 'such as CPI, SPI_T, AC, EAC_CPI; npx bw evm --all names them')
    .argument('<plan>', 'id of a plan, or code or id of an engagement')
    .description('says where a figure comes from: its formula, its operands, what adds up to it, the events behind')
    .option('--activity <id>', 'only what this activity adds')
    .option('--events <count>', 'how many events to show; 0 for none', wholeNumber('--events'), 10)
    .action(async (figure: string, name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExplainOptions>();
      const client = await clientFor(options, surroundings);
      const { planId } = await planOf(client, name);
      const query = {
        plan: planId,
        figure: figure.toUpperCase(),
        activity: options.activity,
        ...pointOf(options, surroundings.now()),
      };
      const ask = (cursor: string | undefined, left: number) =>
        client.get<Explanation>('/api/v1/explain', { ...query, cursor, limit: Math.min(Math.max(left, 1), PAGE) });

      const first = await ask(undefined, options.events);
      const facts = [...first.facts];
      let { next } = first;
      while (next !== undefined && facts.length < options.events) {
        const page = await ask(next, options.events - facts.length);
        facts.push(...page.facts);
        next = page.next;
      }
      const explanation = { ...first, facts: facts.slice(0, options.events), next };
      const output = outputOf(surroundings, command);
      output.show(explanation, () => linesOf(explanation, output.paint));
      const [event] = explanation.facts;
      if (event) output.next(`npx bw events show ${event.event}`);
      else if (first.operands[0]) output.next(`npx bw explain ${first.operands[0].id} ${name}`);
    });
  withExamples(
    explain,
    ['npx bw explain CPI NORD-WMS', 'formula, operands, events'],
    ['npx bw explain AC NORD-WMS --events 0', 'which activities add up to it'],
    ['npx bw explain AC NORD-WMS --known-at 3w --events 50', 'from what was known three weeks ago'],
  );
}

function linesOf(explanation: Explanation, paint: Painter): readonly string[] {
  const { title, figure, operands, groups, facts, next, point, lineage, currency } = explanation;
  const sections = [
    [
      `${paint('bold', `${figure.id} = ${valueOf(figure)}`)}  ${title}`,
      `${figure.title}, formula version ${figure.formulaVersion}: ${figure.text}`,
      `as of ${moment(point.asOf)}, cut ${point.cut}, lineage ${lineage}`,
    ],
    operands.length === 0 ? [] : operandTable(operands),
    groups.length === 0 ? [] : groupTable(groups, currency),
    facts.length === 0 ? [] : factTable(facts, currency),
  ].filter((lines) => lines.length > 0);
  const more = facts.length > 0 && next !== undefined ? [`… more: --events ${facts.length * 5}`] : [];
  return [...sections.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])), ...more];
}

const operandTable = (operands: readonly Explained[]) =>
  table<Explained>(
    [
      { head: 'OPERAND', cell: ({ id }) => id },
      { head: 'VALUE', cell: valueOf, right: true },
      { head: 'FORMULA', cell: ({ text }) => text },
    ],
    operands,
  );

const groupTable = (groups: readonly Group[], currency: string) =>
  table<Group>(
    [
      { head: 'ACTIVITY', cell: ({ code, activityId }) => code ?? activityId },
      { head: 'ADDS', cell: ({ amount }) => money(amount, currency), right: true },
      { head: 'EVENTS', cell: (group) => String(group.facts), right: true },
      { head: 'NAME', cell: ({ name }) => name ?? '' },
    ],
    groups,
  );

const factTable = (facts: readonly Fact[], currency: string) =>
  table<Fact>(
    [
      { head: 'EFFECTIVE', cell: ({ effective }) => moment(effective) },
      { head: 'RECORDED', cell: ({ recorded }) => moment(recorded) },
      { head: 'EVENT', cell: ({ type }) => type },
      { head: 'SAYS', cell: (fact) => saidBy(fact, currency), right: true },
      { head: 'ID', cell: ({ event, corrects }) => (corrects === undefined ? event : `${event} corrects ${corrects}`) },
    ],
    facts,
  );

function saidBy({ amount, done, remaining }: Fact, currency: string): string {
  if (amount !== undefined) return money(amount, currency);
  if (done !== undefined) return `${hours(done)} done${remaining === undefined ? '' : `, ${hours(remaining)} left`}`;
  return '';
}
