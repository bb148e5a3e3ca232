import { Controller, Get } from '@nestjs/common';
import { Code, Count, Flag, Instant, ListOf, Optional } from '@bw/contracts-base';
import { Clock } from '@bw/event-store';
import { LIVE_FACTS } from '@bw/projections';
import { Answers, Database, Operations } from '@bw/service-shell';
import { projections } from './projections.ts';
import { sources } from './sources.ts';

class ProjectionStanding {
  @Code() readonly name!: string;
  @Count() readonly version!: number;
  /** Whether the live facts were told by this version; if not, they are told anew at the next start. */
  @Flag() readonly live!: boolean;
}

class SourceStanding {
  @Code() readonly source!: string;
  /** Last position up to which nothing is missing. */
  @Count() readonly position!: number;
  /** Up to when everything recorded has been taken in; left out as long as nothing is known of this log. */
  @Optional() @Instant() readonly completeTo?: string;
  @Optional() @Count() readonly lagSeconds?: number;
}

class ProjectionsStanding {
  @ListOf(() => ProjectionStanding, { max: 100 }) readonly projections!: readonly ProjectionStanding[];
  /** All projections are folded together, event by event: they stand at the same positions. */
  @ListOf(() => SourceStanding, { max: 20 }) readonly sources!: readonly SourceStanding[];
}

interface WatermarkRow {
  readonly source: number;
  readonly folded_to: string;
  readonly complete_to: Date | null;
}

const MS_PER_SECOND = 1_000;

/** Which projections tell the facts, in which version, and how far each log is taken in. */
@Operations()
@Controller('ops/reporting/projections')
export class ProjectionsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(ProjectionsStanding)
  async status(): Promise<ProjectionsStanding> {
    const { pool } = this.database;
    const told = await pool.query<{ name: string; version: number }>(
      `select name, version from ${LIVE_FACTS}.projection`,
    );
    const watermarks = await pool.query<WatermarkRow>(
      `select source, folded_to, greatest(folded_recorded, complete_to) as complete_to from ${LIVE_FACTS}.log_watermark`,
    );
    const live = new Map(told.rows.map(({ name, version }) => [name, version]));
    return {
      projections: projections.map(({ name, version }) => ({ name, version, live: live.get(name) === version })),
      sources: sources.all.map(({ id, name }) => {
        const row = watermarks.rows.find(({ source }) => source === id);
        const at = row?.complete_to;
        return { source: name, position: Number(row?.folded_to ?? 0), ...(at && this.#lag(at)) };
      }),
    };
  }

  #lag(completeTo: Date) {
    const behind = Date.parse(this.clock.now()) - completeTo.getTime();
    return { completeTo: completeTo.toISOString(), lagSeconds: Math.max(0, Math.round(behind / MS_PER_SECOND)) };
  }
}
