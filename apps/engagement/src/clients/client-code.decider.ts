import type { ClientCodeEvent, ClientCodeReserved } from '@bw/contracts-engagement';
import { accept, type Decider, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';

/** The stream of one code of one tenant: whose it is. */
export interface ClientCode {
  readonly clientId?: string;
}

export type ClientCodeCommand = Command<'ReserveClientCode', ClientCodeReserved>;

/**
 * Makes codes unique: the stream is named after the code, so that of two clients who want it at the same time the
 * second one's append finds the stream taken. A code stays with its client for good.
 */
export const clientCode: Decider<ClientCode, ClientCodeCommand, ClientCodeEvent, 'client-code-taken'> = {
  initial: {},

  decide({ data }, state) {
    if (state.clientId === undefined) return accept({ type: 'engagement.ClientCodeReserved', data });
    return state.clientId === data.clientId ? accept() : refuse('client-code-taken', { code: data.code });
  },

  evolve: (_, event) => ({ clientId: event.data.clientId }),
};
