import type { ReportingEvent } from '@bw/contracts-reporting';
import type { IssueNoted } from '@bw/contracts-risk';
import { Commands, derivedId } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { placeOf, type Place } from '../promises/turn.ts';
import { issues } from '../streams.ts';
import { lastRaisedFor, rememberRaised } from './fingerprints.ts';
import { isLive, type LiveIssue } from './issue.ts';

interface Finding {
  readonly kpi: string;
  readonly engagementId: string;
  readonly measurementId: string;
}

/** A key figure past its threshold is an issue; one that has recovered is a note on it, and for people to resolve. */
@Controller()
export class ReportingConsumer {
  constructor(private readonly commands: Commands) {}

  @OnEvents('reporting')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<ReportingEvent>(message, {
      'reporting.KpiThresholdCrossed': async (finding, { event, tx, issued }) => {
        const { kpi, engagementId, measurementId, severity, value, threshold } = finding;
        const place = placeOf(event, engagementId);
        const fingerprint = fingerprintOf(finding);
        const known = await this.#openIssue(finding, { event, tx });
        if (known) return this.#note(known, finding, { note: 'seen-again', place, issued });

        const issueId = derivedId(event.id, 'issue');
        const data = {
          issueId,
          engagementId,
          severity,
          title: `${kpi} is past its threshold: ${value ?? 'no value'} against ${threshold}`,
          fingerprint,
          origin: { kind: 'kpi', kpi, measurement: measurementId },
        } as const;
        await this.commands.run(issues, { id: issueId, ...place }, { type: 'RaiseIssue', data, issued }, issued);
        await rememberRaised(tx, { tenant: event.tenant, fingerprint, issueId });
      },
      'reporting.KpiRecovered': async (finding, { event, tx, issued }) => {
        const known = await this.#openIssue(finding, { event, tx });
        const place = placeOf(event, finding.engagementId);
        if (known) await this.#note(known, finding, { note: 'recovered', place, issued });
      },
    });
  }

  async #openIssue(finding: Finding, { event, tx }: Pick<Taken, 'event' | 'tx'>): Promise<LiveIssue | undefined> {
    const issueId = await lastRaisedFor(tx, fingerprintOf(finding));
    if (!issueId) return undefined;
    const { state } = await this.commands.load(issues, event.tenant, issueId);
    return isLive(state) ? state : undefined;
  }

  async #note(
    { issueId }: LiveIssue,
    { kpi, measurementId }: Finding,
    { note, place, issued }: { readonly note: IssueNoted['note']; readonly place: Place; readonly issued: Issued },
  ): Promise<void> {
    const command = { type: 'NoteIssue', data: { note, kpi, measurement: measurementId }, issued } as const;
    await this.commands.run(issues, { id: issueId, ...place }, command, issued);
  }
}

/** The same figure of the same engagement, whichever measurement shows it. */
function fingerprintOf({ engagementId, kpi }: Finding): string {
  return `kpi:${engagementId}:${kpi}`;
}
