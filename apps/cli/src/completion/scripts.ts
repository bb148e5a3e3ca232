import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** For each command, by its words, what may follow: subcommands and options. */
function wordsOf(command: Command, path: readonly string[] = []): ReadonlyMap<string, readonly string[]> {
  const options = command.createHelp().visibleOptions(command);
  const global = path.length === 0 ? [] : command.createHelp().visibleGlobalOptions(command);
  const long = [...options, ...global].flatMap((option) => (option.long === undefined ? [] : [option.long]));
  const names = command.commands.map((each) => each.name());
  const own: [string, readonly string[]] = [path.join(' '), [...names, ...new Set(long)]];
  return new Map([own, ...command.commands.flatMap((each) => [...wordsOf(each, [...path, each.name()])])]);
}

/** A script that needs nothing but the shell itself: it holds all words, and asks no running program. */
export function completionFor(shell: Shell, program: Command): string {
  const words = wordsOf(program);
  if (shell === 'fish') return fish(words);
  return shell === 'zsh' ? `autoload -Uz bashcompinit && bashcompinit\n${bash(words)}` : bash(words);
}

function bash(words: ReadonlyMap<string, readonly string[]>): string {
  const cases = [...words].map(([path, follow]) => `    "${path}") words="${follow.join(' ')}" ;;`);
  return `_bw() {
  local path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) case "$path $word" in ${pathPattern(words)}) path="\${path:+$path }$word" ;; esac ;; esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _bw bw`;
}

/** What makes the path longer: a value such as a plan's code does not. */
const pathPattern = (words: ReadonlyMap<string, readonly string[]>): string =>
  [...words.keys()]
    .filter((path) => path !== '')
    .map((path) => (path.includes(' ') ? `"${path}"` : `" ${path}"`))
    .join('|');

function fish(words: ReadonlyMap<string, readonly string[]>): string {
  return [...words]
    .map(([path, follow]) => {
      const inside =
        path === ''
          ? '__fish_use_subcommand'
          : path
              .split(' ')
              .map((word) => `__fish_seen_subcommand_from ${word}`)
              .join('; and ');
      return `complete -c bw -f -n '${inside}' -a '${follow.join(' ')}'`;
    })
    .join('\n');
}
