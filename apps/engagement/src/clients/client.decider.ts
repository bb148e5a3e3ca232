import type { ClientClosed, ClientEvent, ClientProfileChanged, ClientRegistered } from '@bw/contracts-engagement';
import { accept, type Decider, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { isSame } from '../content-hash.ts';

export type Client = { readonly status: 'none' } | KnownClient;

export interface KnownClient extends ClientRegistered {
  readonly status: 'active' | 'closed';
}

export type ClientCommand =
  | Command<'RegisterClient', ClientRegistered>
  | Command<'ChangeClientProfile', ClientProfileChanged>
  | Command<'CloseClient', ClientClosed>;

export type ClientRefusal = 'client-already-registered' | 'client-not-found' | 'client-is-closed';

export const client: Decider<Client, ClientCommand, ClientEvent, ClientRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'RegisterClient') {
      if (state.status === 'none') return accept({ type: 'engagement.ClientRegistered', data: command.data });
      const { status: _, ...registered } = state;
      return isSame(registered, command.data) ? accept() : refuse('client-already-registered');
    }
    if (state.status === 'none') return refuse('client-not-found');
    if (state.status === 'closed') return refuse('client-is-closed');
    switch (command.type) {
      case 'ChangeClientProfile': {
        const { name, zone, currency } = command.data;
        const isSame = name === state.name && zone === state.zone && currency === state.currency;
        return isSame ? accept() : accept({ type: 'engagement.ClientProfileChanged', data: command.data });
      }
      case 'CloseClient':
        return accept({ type: 'engagement.ClientClosed', data: command.data });
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'engagement.ClientRegistered':
        return { ...event.data, status: 'active' };
      case 'engagement.ClientProfileChanged':
        return state.status === 'none' ? state : { ...state, ...event.data };
      case 'engagement.ClientClosed':
        return state.status === 'none' ? state : { ...state, status: 'closed' };
    }
  },
};
