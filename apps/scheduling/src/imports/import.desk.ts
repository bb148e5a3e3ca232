import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Commands, type CommandResult, derivedId, type Target } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import { Problem } from '@bw/service-shell';
import { instantOf, minuteOf } from '@bw/working-time';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import { streams } from '../streams.ts';
import { findTable } from './table.ts';
import type { ImportView } from './import.bodies.ts';
import { type ImportJob, ImportJobs, type NamedCalendarDraft, type PlacedPlanDraft } from './import-job.ts';
import { importLimits, type Note, type RowReport } from './import-report.ts';
import { importPlanData } from './import-plan-data.ts';
import { judgeCalendar } from './judge-calendar.ts';
import { judgePlan } from './judge-plan.ts';
import { type FileLayout, layoutOf } from './file-layout.ts';
import { createdFrom, type PreviewedPlan } from './new-plan.ts';
import { knownPlan } from './known-plan.ts';
import { changesOf } from './plan-changes.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { fieldProblem, tellUnreadable, type Upload } from './upload.ts';
import { workUnitsOf } from './work-units.ts';

interface Judged {
  readonly rows: readonly RowReport[];
  readonly problems: readonly Note[];
  readonly counts: Readonly<Record<string, number>>;
}

const SHOWN_MISSING = 500;

/** Previews files and takes them over. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly commands: Commands,
    private readonly calendars: CalendarDesk,
    private readonly jobs: ImportJobs,
  ) {}

  /** What the file looks like; nothing of it is kept. */
  async layout({ bytes, mapping }: Upload): Promise<FileLayout> {
    return tellUnreadable(async () => layoutOf(await readFile(bytes, mapping, importLimits), mapping));
  }

  async previewPlan(open: PreviewedPlan, upload: Upload, issued: Issued): Promise<ImportView> {
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
      const firstWork = instantOf(working.next(minuteOf(issued.at)));
      const judged = judgePlan(table, {
        zone: mapping.zone ?? plan.zone,
        currency,
        calendar: working,
        units: { day: mapping.dayMinutes ?? usual.day, week: mapping.weekMinutes ?? usual.week },
        projectStart: open.isNew?.findsStart ? firstWork : plan.projectStart,
        ...(open.isNew?.findsStart && { findsStart: true }),
        known: knownPlan(plan),
        mapping,
        limits: importLimits,
      });
      const { draft, projectStart } = judged;
      const placed: PlacedPlanDraft = {
        ...draft,
        planVersion: open.version,
        ...(calendarId !== plan.calendarId && { calendarId }),
        ...(open.isNew && { newPlan: createdFrom(plan, projectStart) }),
      };
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
        notes: [...file.notes, ...judged.notes],
        projectStart,
        ...(open.isNew && { makesPlan: true }),
      };
      const outcome = changesOf(importPlanData(identity(upload, issued, counts), placed, plan), plan, importLimits);
      const changed = (wanted: RowReport['change']) =>
        [...outcome.changes.values()].filter((each) => each === wanted).length;
      const rows = judged.rows.map((row): RowReport => {
        const change = row.status === 'quarantined' ? undefined : outcome.changes.get(row.code ?? '');
        return change ? { ...row, change } : row;
      });
      const view = viewOf({
        kind: 'plan',
        target: plan.planId,
        upload,
        file,
        issued,
        about: { ...about, ...(outcome.missing.length > 0 && { missing: outcome.missing.slice(0, SHOWN_MISSING) }) },
        judged: {
          rows,
          problems: [...judged.problems, ...outcome.problems],
          counts: {
            ...counts,
            added: changed('added'),
            changed: changed('changed'),
            unchanged: changed('unchanged'),
            missing: outcome.missing.length,
          },
        },
      });
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
    target: Target,
    job: ImportJob,
    quarantined: 'refuse' | 'leave-out',
    issued: Issued,
  ): Promise<CommandResult> {
    refuseBlocked(job, quarantined);
    const draft = job.draft as PlacedPlanDraft; // the job is of kind plan: the controller asked
    if (draft.newPlan) {
      const creating = { ...issued, command: derivedId(job.view.importId, 'create-plan') };
      await this.commands.run(streams.plan, target, { type: 'CreatePlan', data: draft.newPlan }, creating);
    }
    const { state, version } = await this.commands.load(streams.plan, issued.tenant, target.id);
    if (state.status === 'none') throw new Problem({ code: 'NOT_FOUND', detail: 'There is no such plan any more.' });
    const done = state.imports.includes(job.view.importId);
    const seen = draft.newPlan ? 1 : draft.planVersion;
    if (!done && version !== seen) throw planMovedOn(version);
    const command = { type: 'ImportPlan' as const, data: importPlanData(job.view, draft, state) };
    const result = await this.commands.run(streams.plan, target, command, issued, { expectedVersion: version });
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
  readonly about: Pick<
    ImportView,
    'sheet' | 'headerRow' | 'columns' | 'notes' | 'missing' | 'projectStart' | 'makesPlan'
  >;
  readonly judged: Judged;
}

/** What the plan is told of an import; its counts are made before anybody knows what will change. */
function identity({ bytes }: Upload, { command }: Issued, counts: ImportView['counts']) {
  return { importId: derivedId(command, 'import'), fileHash: hashOf(bytes), counts };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function planMovedOn(version: number): Problem {
  return new Problem({
    code: 'VERSION_CONFLICT',
    detail: `The plan has changed since the file was looked at; it is at version ${version} now.`,
    hint: 'Preview the file again: what it would change may be something else by now.',
  });
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
    fileHash: hashOf(upload.bytes),
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
