import type { Commands, StreamKind } from '@bw/event-store';
import type { Fact } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';
import type { Approval } from '../approvals/approval.decider.ts';
import type { Client } from '../clients/client.decider.ts';
import type { Engagement } from '../engagements/engagement.ts';
import type { Membership } from '../memberships/membership.decider.ts';
import { approvals, clients, engagements, memberships, termsKind } from '../streams/kinds.ts';
import type { Terms } from '../terms/terms.decider.ts';
import type { Line } from './line.ts';

type LineOf<State> = (state: State, version: number) => Line | undefined;

/** The line of whatever lives in that stream; nothing for streams that are in no list. */
export async function lineOfStream(commands: Commands, tenant: Id, stream: string): Promise<Line | undefined> {
  for (const lister of LISTERS) {
    const line = await lister(commands, tenant, stream);
    if (line) return line;
  }
  return undefined;
}

type Lister = (commands: Commands, tenant: Id, stream: string) => Promise<Line | undefined>;

function lister<State, Command, F extends Fact, Refusal extends string>(
  kind: StreamKind<State, Command, F, Refusal>,
  lineOf: LineOf<State>,
): Lister {
  return async (commands, tenant, stream) => {
    if (!stream.startsWith(kind.prefix)) return undefined;
    const { state, version } = await commands.load(kind, tenant, stream.slice(kind.prefix.length));
    return lineOf(state, version);
  };
}

export const clientLine: LineOf<Client> = (state, version) => {
  if (state.status === 'none') return undefined;
  const { clientId, code, status } = state;
  return { kind: 'client', id: clientId, client: clientId, status, sort: code, version, content: state };
};

export const membershipLine: LineOf<Membership> = (state, version) => {
  if (state.status === 'none') return undefined;
  const { membershipId: id, clientId: client, engagementId: engagement, from: sort, status } = state;
  return { kind: 'membership', id, client, engagement, status, sort, version, content: state };
};

export const engagementLine: LineOf<Engagement> = (state, version) => {
  if (state.status === 'none') return undefined;
  const { engagementId, clientId, code, title, zone, currency, status, baseline } = state;
  const content = { engagementId, clientId, code, title, zone, currency, status, ...(baseline && { baseline }) };
  const place = { client: clientId, engagement: engagementId };
  return { kind: 'engagement', id: engagementId, ...place, status, sort: code, version, content };
};

export const termsLine: LineOf<Terms> = (state, version) => {
  if (state.status === 'none') return undefined;
  const { termsId, engagementId, from, status } = state;
  return { kind: 'terms', id: termsId, engagement: engagementId, status, sort: from, version, content: state };
};

/** Sorts behind every time: what has no deadline comes last. */
const NO_DEADLINE = '~';

export const approvalLine: LineOf<Approval> = (state, version) => {
  if (state.status === 'none') return undefined;
  const { approvalId, clientId, engagementId, due, status } = state;
  const place = { client: clientId, engagement: engagementId };
  return { kind: 'approval', id: approvalId, ...place, status, sort: due ?? NO_DEADLINE, version, content: state };
};

const LISTERS: readonly Lister[] = [
  lister(clients, clientLine),
  lister(memberships, membershipLine),
  lister(engagements, engagementLine),
  lister(termsKind, termsLine),
  lister(approvals, approvalLine),
];
