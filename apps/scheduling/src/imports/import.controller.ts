import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
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
  reply,
} from '@bw/service-shell';
import { isZoneName } from '@bw/contracts-base';
import { Commands } from '@bw/event-store';
import { pageFrom } from '../page.ts';
import { PlanDesk, unknown } from '../plans/plan.desk.ts';
import { AllowsPlanning } from '../roles.ts';
import { streams } from '../streams.ts';
import { AcceptBody, ImportQuery, ImportView, RowView } from './import.bodies.ts';
import { ImportDesk } from './import.desk.ts';
import { type ImportJob, ImportJobs } from './import-job.ts';
import { importLimits } from './import-report.ts';
import { readUpload, type Upload } from './upload.ts';

/** Files: previewed first, with a line for every row; taken over as a whole or not at all. */
@Controller('imports')
export class ImportController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly jobs: ImportJobs,
    private readonly plans: PlanDesk,
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
    @Query() { plan, calendar }: ImportQuery,
    @Caller() principal: Principal,
    @IssuedNow() issued: Issued,
  ): Promise<ImportView> {
    if (plan) {
      const open = await this.plans.open(principal, 'manage', plan);
      return this.desk.previewPlan(open, await readUpload(request, importLimits), issued);
    }
    if (!calendar) throw invalid('/plan', 'or calendar must be given', 'required');
    const upload = await readUpload(request, importLimits);
    const named = await this.#named(calendar, principal, upload);
    return this.desk.previewCalendar(calendar, named, upload, issued);
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
  ): Promise<PageOf<RowView>> {
    return pageFrom((await this.#open(importId, principal)).rows, page, (row) => row);
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
      const open = await this.plans.open(principal, 'manage', target);
      return reply(await this.desk.acceptPlan(open, job, quarantined, issued));
    }
    const engagement = 'engagementId' in job.draft ? job.draft.engagementId : undefined;
    await this.access.require(principal, 'manage', engagement ? { engagement } : {});
    return reply(await this.desk.acceptCalendar(job, quarantined, issued));
  }

  async #open(importId: Id, principal: Principal): Promise<ImportJob> {
    const job = await this.jobs.find(principal.tenant, importId);
    if (!job) throw unknown('import', importId);
    const { kind, target } = job.view;
    if (kind === 'plan') await this.plans.open(principal, 'read', target);
    else if (!(await this.access.allows(principal, 'manage', placeOf(job)))) throw unknown('import', importId);
    return job;
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

function placeOf({ draft }: ImportJob) {
  const engagement = 'engagementId' in draft ? draft.engagementId : undefined;
  return engagement ? { engagement } : {};
}
