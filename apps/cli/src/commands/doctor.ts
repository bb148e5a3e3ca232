import type { Command } from 'commander';
import { type GlobalOptions, runningHere, urlOf } from '../installation.ts';
import { say, show } from '../output.ts';

const SERVICES = ['engagement', 'scheduling', 'risk', 'reporting'];
const OLDEST_NODE = [24, 15] as const;

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('looks whether everything is in order, and says what to do where it is not')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const findings = [nodeVersion(), ...(await installation(options))];
      show(
        findings,
        options.json ?? false,
        findings.map(({ check, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'} ${check}: ${detail}`),
      );
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
      else say('Next: bw events tail');
    });
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return {
    check: 'Node',
    ok,
    detail: ok ? process.version : `${process.version}; ${OLDEST_NODE.join('.')} or newer is needed`,
  };
}

async function installation(options: GlobalOptions): Promise<Finding[]> {
  if (!options.url && !runningHere()) {
    return [{ check: 'installation', ok: false, detail: 'none runs from this folder: npm start' }];
  }
  const url = urlOf(options);
  const services = await Promise.all(SERVICES.map((service) => serviceAt(url, service)));
  return [{ check: 'installation', ok: true, detail: `${url} (${runningHere()?.bus ?? 'bus unknown'})` }, ...services];
}

async function serviceAt(url: string, service: string): Promise<Finding> {
  try {
    const answer = await fetch(`${url}/ops/${service}/health/ready`);
    const { status = 'unknown', checks = [] } = (await answer.json()) as {
      status?: string;
      checks?: readonly { readonly name: string; readonly ok: boolean; readonly problem?: string }[];
    };
    const wrong = checks.filter(({ ok }) => !ok).map(({ name, problem }) => `${name}: ${problem ?? 'not ready'}`);
    return { check: service, ok: answer.ok, detail: [status, ...wrong].join('; ') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { check: service, ok: false, detail: `does not answer (${reason})` };
  }
}
