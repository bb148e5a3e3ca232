import { Injectable } from '@nestjs/common';
import type { PlanCreated } from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import { Database } from '@bw/service-shell';
import type { CalendarDraft } from './judge-calendar.ts';
import type { ImportView } from './import.bodies.ts';
import type { RowReport } from './import-report.ts';
import type { PlanDraft } from './plan-draft.ts';

/** Of a calendar: what the file does not say. */
export interface NamedCalendarDraft extends CalendarDraft {
  readonly name: string;
  readonly zone: string;
  readonly engagementId?: Id;
}

/** Of a plan: which calendar its activities follow, where it is not the plan's. */
export interface PlacedPlanDraft extends PlanDraft {
  readonly calendarId?: Id;
  /** The plan as it is made together with the import, where there was none. */
  readonly newPlan?: PlanCreated;
  /** Version of the plan that the file was judged against. */
  readonly planVersion: number;
}

export type ImportDraft = PlacedPlanDraft | NamedCalendarDraft;

/** A file that was read and judged, waiting for somebody to accept it. */
export interface ImportJob {
  readonly view: ImportView;
  readonly rows: readonly RowReport[];
  readonly draft: ImportDraft;
  readonly createdBy: string;
}

interface JobRow {
  readonly summary: ImportView;
  readonly rows: readonly RowReport[];
  readonly draft: ImportDraft;
  readonly created_by: string;
  readonly status: ImportView['status'];
  readonly accepted_at: Date | null;
}

/** Imports beside the log: nothing of them is a fact until somebody accepts them. */
@Injectable()
export class ImportJobs {
  constructor(private readonly database: Database) {}

  /** Keeps the first of the same id: a retry changes nothing. */
  async keep(tenant: Id, { view, rows, draft, createdBy }: ImportJob): Promise<void> {
    const { importId, kind, target, status, fileName, fileHash, createdAt } = view;
    await this.database.withTenant(tenant, (tx) =>
      tx.query(
        `insert into scheduling.import
           (tenant, import, kind, target, status, file_name, file_hash, summary, rows, draft, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (tenant, import) do nothing`,
        [
          tenant,
          importId,
          kind,
          target,
          status,
          fileName,
          fileHash,
          JSON.stringify(view),
          JSON.stringify(rows),
          JSON.stringify(draft),
          createdBy,
          createdAt,
        ],
      ),
    );
  }

  async find(tenant: Id, importId: Id): Promise<ImportJob | undefined> {
    const { rows: found } = await this.database.withTenant(tenant, (tx) =>
      tx.query<JobRow>(
        'select summary, rows, draft, created_by, status, accepted_at from scheduling.import where import = $1',
        [importId],
      ),
    );
    const [job] = found;
    if (!job) return undefined;
    const acceptedAt = job.accepted_at?.toISOString();
    const view: ImportView = { ...job.summary, status: job.status, ...(acceptedAt && { acceptedAt }) };
    return { view, rows: job.rows, draft: job.draft, createdBy: job.created_by };
  }

  async accepted(tenant: Id, importId: Id, at: Instant): Promise<void> {
    await this.database.withTenant(tenant, (tx) =>
      tx.query(
        `update scheduling.import set status = 'accepted', accepted_at = $2 where import = $1 and status <> 'accepted'`,
        [importId, at],
      ),
    );
  }
}
