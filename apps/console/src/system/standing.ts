/** The services, in the order in which a fact travels. */
export const SERVICES = ['engagement', 'scheduling', 'risk', 'reporting'] as const;
export type Service = (typeof SERVICES)[number];

/** What a service says of its parts. */
export interface Health {
  readonly service: string;
  readonly status: 'ready' | 'not-ready';
  readonly checks: readonly Check[];
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
  readonly problem?: string;
}

/** How far a service is: its own log, the logs that it listens to, work in the background. */
export interface Standing {
  readonly log: number;
  readonly consumed: Readonly<Record<string, number>>;
  readonly pending: number;
}

/** How far one service is behind the log of another, in events. */
export interface Lag {
  readonly service: Service;
  readonly source: Service;
  readonly position: number;
  readonly behind: number;
}

/** Where both are known. A consumer may be asked after the log and so seem ahead: that is no lag. */
export function lagsOf(standings: Readonly<Partial<Record<Service, Standing>>>): readonly Lag[] {
  return SERVICES.flatMap((service) =>
    SERVICES.flatMap((source) => {
      const position = standings[service]?.consumed[source];
      const head = standings[source]?.log;
      if (position === undefined || head === undefined) return [];
      return [{ service, source, position, behind: Math.max(0, head - position) }];
    }),
  );
}
