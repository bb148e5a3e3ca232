import type { Command } from 'commander';
import { EXIT_MEANINGS } from '../../apps/cli/src/frame/exit-status.ts';
import { type Example, examplesOf } from '../../apps/cli/src/frame/examples.ts';
import { bridgework, withDescendants } from '../../apps/cli/src/program.ts';
import { mdTable } from './markdown.ts';

export const COMMAND_LINE_PAGE = 'docs/reference/command-line.md';

/** The page about `bw`, from what it says about itself. */
export function commandLinePage(): string {
  const program = bridgework({
    data: () => {},
    talk: () => {},
    env: {},
    folder: '/',
    colour: false,
    signal: new AbortController().signal,
    waitFor: () => {},
    now: () => new Date(),
  });
  const commands = [...withDescendants(program)].filter((each) => each.commands.length === 0);
  return (
    [
      '# Command line',
      'Generated from the command line itself: `node tools/docs/main.ts --write`. `npx bw` runs it from the repository.',
      'Results go to standard output, talk to standard error. It never asks. `NO_COLOR` turns colours off. `--json` prints one' +
        ' document, or a line for each event; a failure is then a document on standard error.',
      '## Options of all commands',
      optionTable(program),
      '## Exit status',
      mdTable(
        ['status', 'meaning'],
        EXIT_MEANINGS.map(([status, meaning]) => [String(status), meaning]),
      ),
      ...commands.flatMap(sectionOf),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function sectionOf(command: Command): readonly string[] {
  const name = pathOf(command);
  const args = command.registeredArguments.map((each) => [
    `\`${each.required ? `<${each.name()}>` : `[${each.name()}]`}\``,
    [each.description, ...(each.argChoices ? [`one of ${each.argChoices.join(', ')}`] : [])].join('; '),
  ]);
  return [
    `## ${name}`,
    `\`${name} ${command.usage()}\``,
    `${capital(command.description())}.`,
    ...(args.length === 0 ? [] : [mdTable(['argument', 'what'], args)]),
    ...(command.options.length === 0 ? [] : [optionTable(command)]),
    ...examplesOf(command).flatMap(exampleOf),
  ];
}

function exampleOf([line, about, notRun]: Example): readonly string[] {
  const fence = ['```sh', `# ${about}`, line, '```'].join('\n');
  return notRun === undefined ? [fence] : [`<!-- not run: ${notRun} -->`, fence];
}

const optionTable = (command: Command): string =>
  mdTable(
    ['option', 'what', 'by default'],
    command.options.map(({ flags, description, defaultValue, envVar, argChoices }) => [
      `\`${flags}\``,
      [
        description,
        ...(argChoices ? [`one of ${argChoices.join(', ')}`] : []),
        ...(envVar ? [`also as \`${envVar}\``] : []),
      ].join('; '),
      defaultValue === undefined || defaultValue === false || defaultValue === true ? '' : String(defaultValue),
    ]),
  );

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
