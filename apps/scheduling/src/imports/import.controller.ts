import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Id, Issued } from '@bw/kernel';
import {
  Access,
  Allows,
  Answers,
  AnswersCommand,
  AnswersPage,
  Caller,
  IdParam,
  invalid,
  IssuedNow,
  Page,
  type PageOf,
  type Principal,
  Problem,
  reply,
} from '@bw/service-shell';
import { isZoneName, readAs } from '@bw/contracts-base';
import { Commands } from '@bw/event-store';
import { pageFrom } from '../page.ts';
import { PlanDesk, unknown } from '../plans/plan.desk.ts';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import {
  AcceptBody,
  ImportQuery,
  ImportView,
  LayoutView,
  LimitsView,
  NewPlanBody,
  RowsQuery,
  RowView,
} from './import.bodies.ts';
import { ImportDesk } from './import.desk.ts';
import { plannedFrom, type PreviewedPlan } from './new-plan.ts';
import { type ImportJob, ImportJobs } from './import-job.ts';
import { quarantineCsv } from './quarantine-csv.ts';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import { importLimits } from './import-report.ts';
import { readUpload, type Upload } from './upload.ts';

/** Files: previewed first, with a line for every row; taken over as a whole or not at all. */
@Controller('imports')
export class ImportController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly jobs: ImportJobs,
    private readonly plans: PlanDesk,
    private readonly calendars: CalendarDesk,
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  /** Reads a spreadsheet (XLSX or CSV) for a plan or a calendar and says what would become of it. Changes nothing. */
  @Post()
  @HttpCode(200)
  @AllowsPlanning()
  @Answers(ImportView)
  async preview(
    @Req() request: FastifyRequest,
    @Query() { plan, calendar, engagement }: ImportQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<ImportView> {
    if (plan && engagement) {
      const place = await this.access.require(principal, 'manage', { engagement });
      const upload = await readUpload(request, importLimits);
      return this.desk.previewPlan(await this.#newPlan(plan, place, upload, principal, issued), upload, issued);
    }
    if (plan) {
      const open = await this.plans.open(principal, 'manage', plan);
      return this.desk.previewPlan(open, await readUpload(request, importLimits), issued);
    }
    if (!calendar) throw invalid('/plan', 'or calendar must be given', 'required');
    const upload = await readUpload(request, importLimits);
    const named = await this.#named(calendar, principal, upload);
    return this.desk.previewCalendar(calendar, named, upload, issued);
  }

  /** How much of a file is taken at most. */
  @Get('limits')
  @Allows('member')
  @Answers(LimitsView)
  limits(): LimitsView {
    return importLimits;
  }

  /** Shows the first rows of each sheet and the columns that are recognised, for somebody to say what means what. */
  @Post('layout')
  @HttpCode(200)
  @AllowsPlanning()
  @Answers(LayoutView)
  async layout(@Req() request: FastifyRequest): Promise<LayoutView> {
    return this.desk.layout(await readUpload(request, importLimits));
  }

  @Get(':importId')
  @Allows('member')
  @Answers(ImportView)
  async show(@IdParam('importId') importId: string, @Caller() principal: Principal): Promise<ImportView> {
    return (await this.#open(importId, principal)).view;
  }

  /** Every row of the file, as the file numbers them. */
  @Get(':importId/rows')
  @Allows('member')
  @AnswersPage(RowView)
  async rows(
    @IdParam('importId') importId: string,
    @Caller() principal: Principal,
    @Page() page: Page,
    @Query() { status, change }: RowsQuery,
  ): Promise<PageOf<RowView>> {
    const { rows } = await this.#open(importId, principal);
    const wanted = rows.filter(
      (row) => (status === undefined || row.status === status) && (change === undefined || row.change === change),
    );
    return pageFrom(wanted, page, (row) => row);
  }

  /** The rows that cannot be taken, with the reasons, as a CSV to mend and import again. */
  @Get(':importId/quarantine')
  @Allows('member')
  @Answers({ type: 'string' }, { mediaType: 'text/csv' })
  async quarantine(
    @IdParam('importId') importId: string,
    @Caller() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { rows, view } = await this.#open(importId, principal);
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="quarantine-${importId.slice(0, 8)}.csv"`)
      .send(`\uFEFF${quarantineCsv(rows, view.columns)}`);
  }

  /** Takes the file over, all of it in one step. */
  @Post(':importId/accept')
  @HttpCode(200)
  @AllowsPlanning()
  @AnswersCommand()
  async accept(
    @IdParam('importId') importId: string,
    @Body() { quarantined = 'refuse' }: AcceptBody,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ) {
    const job = await this.#open(importId, principal);
    const { kind, target } = job.view;
    if (kind === 'plan') {
      const made = newPlanOf(job);
      const id = { id: target };
      const planTarget = made
        ? { ...id, ...(await this.access.require(principal, 'manage', { engagement: made.engagementId })) }
        : (await this.plans.open(principal, 'manage', target)).target;
      return reply(await this.desk.acceptPlan(planTarget, job, quarantined, issued));
    }
    const engagement = 'engagementId' in job.draft ? job.draft.engagementId : undefined;
    await this.access.require(principal, 'manage', engagement ? { engagement } : {});
    return reply(await this.desk.acceptCalendar(job, quarantined, issued));
  }

  async #open(importId: Id, principal: Principal): Promise<ImportJob> {
    const job = await this.jobs.find(principal.tenant, importId);
    if (!job) throw unknown('import', importId);
    const { kind, target } = job.view;
    const made = newPlanOf(job);
    if (made) {
      if (!(await this.access.allows(principal, 'read', { engagement: made.engagementId })))
        throw unknown('import', importId);
    } else if (kind === 'plan') await this.plans.open(principal, 'read', target);
    else if (!(await this.access.allows(principal, 'manage', placeOf(job)))) throw unknown('import', importId);
    return job;
  }

  /** A plan that the accepted import will make; as it is where somebody has made it meanwhile. */
  async #newPlan(
    planId: Id,
    place: { readonly engagement: Id; readonly client: Id },
    { fields }: Upload,
    principal: Principal,
    { at }: Issued,
  ): Promise<PreviewedPlan> {
    const { state } = await this.commands.load(streams.plan, principal.tenant, planId);
    if (state.status !== 'none') return this.plans.open(principal, 'manage', planId);
    const { projectStart, ...told } = readNewPlan(fields['plan']);
    await this.calendars.open(principal, told.calendarId);
    const created = { planId, engagementId: place.engagement, ...told, projectStart: projectStart ?? at };
    return { ...plannedFrom(created, place), isNew: { findsStart: projectStart === undefined } };
  }

  /** Name, zone and engagement: those of the calendar where it exists, else those of the form. */
  async #named(calendarId: Id, principal: Principal, { fields, mapping }: Upload) {
    const { state } = await this.commands.load(streams.calendar, principal.tenant, calendarId);
    const exists = state.status !== 'none';
    const engagementId = exists ? state.engagementId : fields['engagementId'];
    await this.access.require(principal, 'manage', engagementId ? { engagement: engagementId } : {});
    if (exists) return { name: state.name, zone: state.zone, ...(engagementId && { engagementId }) };
    const { name } = fields;
    if (!name || name.length > 120) throw invalid('/name', 'must be text of 1 to 120 characters');
    if (!isZoneName(mapping.zone))
      throw invalid('/mapping/zone', 'must be the IANA name of a time zone such as Europe/Warsaw');
    return { name, zone: mapping.zone, ...(engagementId && { engagementId }) };
  }
}

function newPlanOf({ draft }: ImportJob) {
  return 'newPlan' in draft ? draft.newPlan : undefined;
}

function readNewPlan(text: string | undefined): NewPlanBody {
  if (text === undefined)
    throw invalid('/plan', 'is missing: title, zone, currency and calendarId as JSON', 'required');
  const read = readAs(NewPlanBody, parsed(text));
  if ('value' in read) return read.value;
  const errors = read.problems.map(({ pointer, ...problem }) => ({ ...problem, pointer: `/plan${pointer}` }));
  throw new Problem({ code: 'VALIDATION', detail: 'The new plan is not as it should be.', errors });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid('/plan', 'is no JSON');
    throw error;
  }
}

function placeOf({ draft }: ImportJob) {
  const engagement = 'engagementId' in draft ? draft.engagementId : undefined;
  return engagement ? { engagement } : {};
}
