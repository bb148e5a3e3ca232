import { readEnvironment } from '@bw/service-shell';

/** What only this service wants to know at its start. A class, so that it is its own injection token. */
export abstract class SchedulingSettings {
  /** A plan is calculated again when nothing has changed for this long. */
  abstract readonly quietMilliseconds: number;
}

export function readSettings(variables: NodeJS.ProcessEnv): SchedulingSettings {
  return readEnvironment(variables, (environment) => ({
    quietMilliseconds: environment.whole('SCHEDULING_QUIET_MILLISECONDS', 2_000, { min: 0, max: 3_600_000 }),
  }));
}
