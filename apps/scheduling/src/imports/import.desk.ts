import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Commands, type CommandResult, derivedId } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import { Problem } from '@bw/service-shell';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import type { OpenPlan } from '../plans/plan.desk.ts';
import { streams } from '../streams.ts';
import { findTable } from './table.ts';
import type { ImportView } from './import.bodies.ts';
import { type ImportJob, ImportJobs, type NamedCalendarDraft, type PlacedPlanDraft } from './import-job.ts';
import { importLimits, type Note, type RowReport } from './import-report.ts';
import { importPlanData } from './import-plan-data.ts';
import { judgeCalendar } from './judge-calendar.ts';
import { judgePlan } from './judge-plan.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { fieldProblem, tellUnreadable, type Upload } from './upload.ts';
import { workUnitsOf } from './work-units.ts';

interface Judged {
  readonly rows: readonly RowReport[];
  readonly problems: readonly Note[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Previews files and takes them over. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly commands: Commands,
    private readonly calendars: CalendarDesk,
    private readonly jobs: ImportJobs,
  ) {}

  async previewPlan(open: OpenPlan, upload: Upload, issued: Issued): Promise<ImportView> {
    const { plan } = open;
    const { mapping, bytes } = upload;
    const currency = mapping.currency ?? plan.currency;
    if (currency !== plan.currency) throw currencyDiffers(plan.currency, currency);
    const calendarId = mapping.calendarId ?? plan.calendarId;
    const { working, published } = await this.calendars.require(issued.tenant, calendarId);
    const usual = workUnitsOf(published);
    return tellUnreadable(async () => {
      const file = await readFile(bytes, mapping, importLimits);
      const table = findTable(file.sheets, mapping);
      const { draft, rows, notes, problems } = judgePlan(table, {
        zone: mapping.zone ?? plan.zone,
        currency,
        calendar: working,
        units: { day: mapping.dayMinutes ?? usual.day, week: mapping.weekMinutes ?? usual.week },
        projectStart: plan.projectStart,
        mapping,
        limits: importLimits,
      });
      const summaries = draft.activities.filter(({ type }) => type === 'summary').length;
      const counts = {
        activities: draft.activities.length - summaries,
        summaries,
        links: draft.links.length,
        resources: draft.resources.length,
        constraints: draft.activities.filter(({ noEarlierThan }) => noEarlierThan).length,
      };
      const about = {
        sheet: table.sheet,
        headerRow: table.headerRow,
        columns: table.headers,
        notes: [...file.notes, ...notes],
      };
      const view = viewOf({
        kind: 'plan',
        target: plan.planId,
        upload,
        file,
        issued,
        about,
        judged: { rows, problems, counts },
      });
      const placed: PlacedPlanDraft = calendarId === plan.calendarId ? draft : { ...draft, calendarId };
      return this.#keep({ view, rows, draft: placed, createdBy: issued.actor }, issued);
    });
  }

  async previewCalendar(
    calendarId: Id,
    named: Omit<NamedCalendarDraft, 'shifts' | 'days'>,
    upload: Upload,
    issued: Issued,
  ): Promise<ImportView> {
    return tellUnreadable(async () => {
      const file = await readFile(upload.bytes, upload.mapping, importLimits);
      const { draft, rows, problems } = judgeCalendar(file.sheets);
      const counts = { shifts: draft.shifts.length, days: draft.days.length };
      const about = { headerRow: 1, columns: {}, notes: file.notes };
      const view = viewOf({
        kind: 'calendar',
        target: calendarId,
        upload,
        file,
        issued,
        about,
        judged: { rows, problems, counts },
      });
      return this.#keep({ view, rows, draft: { ...draft, ...named }, createdBy: issued.actor }, issued);
    });
  }

  /** All of the file in one append, or a problem that names what stands in the way. */
  async acceptPlan(
    open: OpenPlan,
    job: ImportJob,
    quarantined: 'refuse' | 'leave-out',
    issued: Issued,
  ): Promise<CommandResult> {
    refuseBlocked(job, quarantined);
    const data = importPlanData(job.view, job.draft as PlacedPlanDraft); // the job is of kind plan: the controller asked
    const result = await this.commands.run(streams.plan, open.target, { type: 'ImportPlan', data }, issued);
    await this.jobs.accepted(issued.tenant, job.view.importId, issued.at);
    return result;
  }

  async acceptCalendar(job: ImportJob, quarantined: 'refuse' | 'leave-out', issued: Issued): Promise<CommandResult> {
    refuseBlocked(job, quarantined);
    const { target: calendarId, importId } = job.view;
    const { engagementId, name, zone, shifts, days } = job.draft as NamedCalendarDraft; // as above
    const data = {
      calendarId,
      ...(engagementId && { engagementId }),
      name,
      zone,
      shifts,
      exceptions: [],
      holidaySets: [],
      days,
    };
    const target = { id: calendarId, ...(engagementId && { engagement: engagementId }) };
    const command = { type: 'DefineCalendar' as const, data, guarded: true };
    const result = await this.commands.run(streams.calendar, target, command, issued);
    await this.jobs.accepted(issued.tenant, importId, issued.at);
    return result;
  }

  async #keep(job: ImportJob, { tenant }: Issued): Promise<ImportView> {
    await this.jobs.keep(tenant, job);
    return (await this.jobs.find(tenant, job.view.importId))?.view ?? job.view;
  }
}

interface ViewParts {
  readonly kind: 'plan' | 'calendar';
  readonly target: Id;
  readonly upload: Upload;
  readonly file: ReadFile;
  readonly issued: Issued;
  readonly about: Pick<ImportView, 'sheet' | 'headerRow' | 'columns' | 'notes'>;
  readonly judged: Judged;
}

function viewOf({ kind, target, upload, file, issued, about, judged }: ViewParts): ImportView {
  const of = (status: RowReport['status']) => judged.rows.filter((row) => row.status === status).length;
  const counts = {
    rows: judged.rows.length,
    accepted: of('accepted'),
    repaired: of('repaired'),
    quarantined: of('quarantined'),
    blank: of('blank'),
    ...judged.counts,
  };
  const blocked = judged.problems.length > 0 || counts.quarantined > 0;
  return {
    importId: derivedId(issued.command, 'import'),
    kind,
    target,
    status: blocked ? 'blocked' : 'ready',
    fileName: upload.fileName,
    fileHash: createHash('sha256').update(upload.bytes).digest('hex'),
    format: file.format,
    ...(file.encoding && { encoding: file.encoding }),
    ...about,
    counts,
    problems: judged.problems,
    createdAt: issued.at,
  };
}

const MOST_ERRORS = 50;

function refuseBlocked({ view, rows }: ImportJob, quarantined: 'refuse' | 'leave-out'): void {
  const [problem] = view.problems;
  const bad = quarantined === 'leave-out' ? [] : rows.filter(({ status }) => status === 'quarantined');
  const notes = [...view.problems, ...bad.flatMap((row) => row.notes)];
  if (notes.length === 0) return;
  throw new Problem({
    code: problem?.code === 'CYCLE' ? 'CYCLE' : 'IMPORT_QUARANTINED',
    detail: problem ? `The file ${problem.detail}.` : `${bad.length} rows of the file cannot be taken.`,
    hint: problem
      ? 'Mend the file and import it again.'
      : 'Mend the file and import it again, or accept it with quarantined: leave-out.',
    errors: notes.slice(0, MOST_ERRORS).map(fieldProblem),
  });
}

function currencyDiffers(planned: string, given: string): Problem {
  const detail = `The plan counts in ${planned}, the file in ${given}.`;
  return new Problem({
    code: 'VALIDATION',
    detail,
    errors: [{ pointer: '/mapping/currency', code: 'invalid', detail }],
  });
}
