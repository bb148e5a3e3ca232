import { Injectable } from '@nestjs/common';
import type { TermsEnded } from '@bw/contracts-engagement';
import { type CommandResult, Commands } from '@bw/event-store';
import type { Issued } from '@bw/kernel';
import type { Entered } from '../engagements/open-engagements.ts';
import { dryRun } from '../streams/dry-run.ts';
import { termsKind, termsRegisters } from '../streams/kinds.ts';
import type { KnownTerms, TermsCommand } from './terms.decider.ts';

interface How {
  readonly target: Entered['target'];
  readonly issued: Issued;
  readonly expectedVersion: number;
}

/**
 * Steps that concern two streams: the terms and the engagement's register, which sees that no two agreed sets hold on
 * one day (E1). The register goes first when something is claimed and last when it is given back, so that stopping in
 * between can only keep days that nobody uses; the same command again goes on where it stopped.
 */
@Injectable()
export class TermsOfEngagement {
  constructor(private readonly commands: Commands) {}

  async draft(
    command: Extract<TermsCommand, { type: 'DraftTerms' }>,
    target: Entered['target'],
  ): Promise<CommandResult> {
    const { issued, data } = command;
    await dryRun(this.commands, termsKind, { id: target.id, command });
    const { engagementId, termsId } = data;
    await this.#register({ type: 'RegisterTerms', data: { engagementId, termsId }, issued }, target);
    return this.commands.run(termsKind, target, command, issued);
  }

  async agree(known: KnownTerms, { target, issued, expectedVersion }: How): Promise<CommandResult> {
    const { engagementId, termsId, from, to } = known;
    const command = { type: 'AgreeTerms', data: {}, issued } as const;
    await dryRun(this.commands, termsKind, { id: termsId, command });
    await this.#register({ type: 'ReserveTermsPeriod', data: { engagementId, termsId, from, to }, issued }, target);
    try {
      return await this.commands.run(termsKind, target, command, issued, { expectedVersion });
    } catch (error) {
      await this.#giveBack(known, target, issued);
      throw error;
    }
  }

  async end(known: KnownTerms, data: Pick<TermsEnded, 'endedOn' | 'reason'>, how: How): Promise<CommandResult> {
    const { target, issued, expectedVersion } = how;
    const result = await this.commands.run(termsKind, target, { type: 'EndTerms', data, issued }, issued, {
      expectedVersion,
    });
    const { engagementId, termsId, from } = known;
    const period = { engagementId, termsId, from, to: data.endedOn };
    await this.#register({ type: 'ReserveTermsPeriod', data: period, issued }, target);
    return result;
  }

  /** Unless somebody else agreed the very same terms in the meantime: then the days are in use. */
  async #giveBack({ engagementId, termsId }: KnownTerms, target: Entered['target'], issued: Issued): Promise<void> {
    const { state } = await this.commands.load(termsKind, issued.tenant, termsId);
    if (state.status !== 'draft') return;
    await this.#register({ type: 'ReleaseTermsPeriod', data: { engagementId, termsId }, issued }, target);
  }

  async #register(
    command: Parameters<typeof termsRegisters.decider.decide>[0],
    { client, engagement }: Entered['target'],
  ): Promise<void> {
    const target = { id: engagement, client, engagement };
    await this.commands.run(termsRegisters, target, command, command.issued);
  }
}
