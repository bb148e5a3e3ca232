import type { KpiThresholdCrossed, ReportingEvent } from '@bw/contracts-reporting';
import type { IssueNoted } from '@bw/contracts-risk';
import { Commands, derivedId } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { placeOf } from '../promises/turn.ts';
import { issues } from '../streams.ts';
import { lastFinding, rememberFinding } from './fingerprints.ts';
import { isLive, type LiveIssue } from './issue.ts';

type Crossing = Pick<
  KpiThresholdCrossed,
  'kpi' | 'engagementId' | 'measurementId' | 'severity' | 'value' | 'threshold'
>;
type Finding = Pick<Crossing, 'kpi' | 'engagementId' | 'measurementId'>;

/** A key figure past its threshold is an issue; one that has recovered is a note on it, and for people to resolve. */
@Controller()
export class ReportingConsumer {
  constructor(private readonly commands: Commands) {}

  @OnEvents('reporting')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<ReportingEvent>(message, {
      'reporting.KpiThresholdCrossed': (finding, taken) =>
        this.#once(finding, taken, async (open) => {
          if (open) return this.#note(open, finding, 'seen-again', taken);
          return this.#raise(finding, taken);
        }),
      'reporting.KpiRecovered': (finding, taken) =>
        this.#once(finding, taken, async (open, last) => {
          if (open) await this.#note(open, finding, 'recovered', taken);
          return last;
        }),
    });
  }

  /** Does it with the open issue of that finding, if there is one; an event that comes again is passed over. */
  async #once(
    finding: Finding,
    taken: Taken,
    answer: (open: LiveIssue | undefined, last: Id | undefined) => Promise<Id | undefined>,
  ): Promise<void> {
    const fingerprint = fingerprintOf(finding);
    const last = await lastFinding(taken.tx, fingerprint);
    if (last && last.position >= taken.event.position) return;
    const found = last && (await this.commands.load(issues, taken.event.tenant, last.issueId)).state;
    const issueId = await answer(found && isLive(found) ? found : undefined, last?.issueId);
    if (issueId) await rememberFinding(taken, fingerprint, issueId);
  }

  async #raise(finding: Crossing, { event, issued }: Taken): Promise<Id> {
    const { kpi, engagementId, measurementId, severity, value, threshold } = finding;
    const issueId = derivedId(event.id, 'issue');
    const data = {
      issueId,
      engagementId,
      severity,
      title: `${kpi} is past its threshold: ${value === undefined ? 'no value' : shortened(value)} against ${threshold}`,
      fingerprint: fingerprintOf(finding),
      origin: { kind: 'kpi', kpi, measurement: measurementId },
    } as const;
    const target = { id: issueId, ...placeOf(event, engagementId) };
    await this.commands.run(issues, target, { type: 'RaiseIssue', data, issued }, issued);
    return issueId;
  }

  async #note({ issueId }: LiveIssue, finding: Finding, note: IssueNoted['note'], taken: Taken): Promise<Id> {
    const { kpi, measurementId, engagementId } = finding;
    const { event, issued } = taken;
    const command = { type: 'NoteIssue', data: { note, kpi, measurement: measurementId }, issued } as const;
    await this.commands.run(issues, { id: issueId, ...placeOf(event, engagementId) }, command, issued);
    return issueId;
  }
}

/** The same figure of the same engagement, whichever measurement shows it. */
function fingerprintOf({ engagementId, kpi }: Finding): string {
  return `kpi:${engagementId}:${kpi}`;
}

/** Enough places for a title; the measurement holds all of them. */
const shortened = (decimal: string): string => decimal.replace(/(\.\d{4})\d+$/, '$1');
