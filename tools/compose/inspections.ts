import { Checks } from '../acceptance/checks.ts';
import { type Compose, docker, tryToRun } from './compose.ts';
import { services } from './jobs/readers.ts';

const MOST_BYTES = 400_000_000;
const IMAGE = 'bridgework';

interface Inspected {
  readonly Name: string;
  readonly Config: { readonly User: string; readonly Env: readonly string[] | null };
  readonly HostConfig: {
    readonly ReadonlyRootfs: boolean;
    readonly CapDrop: readonly string[] | null;
    readonly Memory: number;
    readonly RestartPolicy: { readonly Name: string };
    readonly LogConfig: { readonly Config: Readonly<Record<string, string>> };
  };
}

const inspected = async (id: string): Promise<Inspected> => {
  const [found] = JSON.parse(await docker('inspect', id)) as Inspected[]; // docker's own form
  if (!found) throw new Error(`Docker does not know ${id}.`);
  return found;
};

/** The image is small and runs as nobody special. */
export async function inspectImage(): Promise<Checks> {
  const checks = new Checks();
  const [found] = JSON.parse(await docker('image', 'inspect', IMAGE)) as { Size: number; Config: { User: string } }[];
  const bytes = found?.Size ?? Number.NaN;
  checks.same(`the image of ${Math.round(bytes / 1_000_000)} MB is below 400`, bytes < MOST_BYTES, true);
  checks.same('the user of the image', found?.Config.User, 'node');
  return checks;
}

/** Containers are closed boxes: not root, nothing to write to, no capability, a limit on everything that grows. */
export async function inspectContainers(compose: Compose): Promise<Checks> {
  const checks = new Checks();
  for (const service of [...services, 'front-door']) {
    for (const id of await compose.containers(service)) {
      const { Name, Config, HostConfig } = await inspected(id);
      checks.same(`${Name} runs as`, /^100\d\d:10000$/.test(Config.User), true);
      checks.same(`${Name} has a root that is read only`, HostConfig.ReadonlyRootfs, true);
      checks.same(`${Name} has dropped`, HostConfig.CapDrop, ['ALL']);
      checks.same(`${Name} has a memory limit`, HostConfig.Memory > 0, true);
      checks.same(`${Name} is restarted`, HostConfig.RestartPolicy.Name, 'unless-stopped');
      checks.same(`${Name} keeps logs of at most`, HostConfig.LogConfig.Config['max-size'], '10m');
      const { status } = await tryToRun(['docker', 'exec', id, 'touch', '/bridgework/written']);
      checks.same(`somebody wrote into ${Name}`, status === 0, false);
    }
  }
  return checks;
}

/** Passwords are nowhere but in their files, and those open to their readers only. */
export async function inspectSecrets(compose: Compose): Promise<Checks> {
  const checks = new Checks();
  const secrets = await secretsOf(compose);
  checks.same('there are secrets', secrets.length, 14);
  const says = async (what: string, text: string) => {
    const found = secrets.filter((secret) => text.includes(secret)).length;
    checks.same(`secrets in ${what}`, found, 0);
  };
  await says('the compose file as it is read', await compose.call('config'));
  for (const id of await compose.containers()) {
    const { Name } = await inspected(id);
    await says(`docker inspect ${Name}`, await docker('inspect', id));
    await says(`the log of ${Name}`, await docker('logs', id));
  }
  await says('the history of the image', await docker('history', '--no-trunc', IMAGE));

  for (const service of services) {
    const [id = ''] = await compose.containers(service);
    const canRead = async (file: string) =>
      (await tryToRun(['docker', 'exec', id, 'cat', `/run/bridgework/${file}`])).status === 0;
    checks.same(`${service} reads its own address`, await canRead(`${service}_app.url`), true);
    for (const other of services) {
      checks.same(`${service} reads what owns ${other}`, await canRead(`${other}_owner.url`), false);
      if (other !== service)
        checks.same(`${service} reads ${other}’s address`, await canRead(`${other}_app.url`), false);
    }
    checks.same(`${service} reads the database’s password`, await canRead('postgres.password'), false);
  }
  return checks;
}

/** All passwords and tokens of the installation, read by root as only root can. */
async function secretsOf(compose: Compose): Promise<readonly string[]> {
  const volume = (await compose.volumes()).find((name) => name.endsWith('credentials'));
  if (!volume) throw new Error('The installation has no volume for credentials.');
  const script = 'cd /secrets && for file in *.password *.token; do cat "$file"; echo; done';
  const found = await docker('run', '--rm', '--user=0', `--volume=${volume}:/secrets:ro`, IMAGE, 'sh', '-c', script);
  return found.split('\n').filter(Boolean);
}
