import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceClock, Services, Standing } from './coordinator.ts';

const BETWEEN_LOOKS_MS = 10;

/** An operation of a service that failed, with what the service said. */
export class OperationFailed extends Error {}

/** The services behind one origin, asked over their operations doors with the caller's own token. */
export function servicesAt(origin: string, names: readonly string[], authorization: string): Services {
  const headers = { authorization, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${origin}/ops/${path}`, { ...init, headers });
    if (!answer.ok) throw new OperationFailed(`/ops/${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    names,
    // Both answers are ours, tested in the shell.
    clock: async (service) => (await ask(`${service}/clock`)) as ServiceClock,
    standing: async (service) => (await ask(`${service}/positions`)) as Standing,
    advance: async (service, to) => {
      await ask(`${service}/clock`, { method: 'POST', body: JSON.stringify({ to }) });
    },
    pause: () => pause(BETWEEN_LOOKS_MS),
  };
}
