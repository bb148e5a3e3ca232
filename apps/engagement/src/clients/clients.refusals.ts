import { refusals } from '@bw/service-shell';
import type { ClientRefusal } from './client.decider.ts';

export const clientRefusals = refusals<ClientRefusal | 'client-code-taken'>({
  'client-already-registered': {
    code: 'STATE_CONFLICT',
    detail: 'A client with this id is registered with other data.',
    hint: 'Change its profile, or register the new client under a new id.',
  },
  'client-not-found': { code: 'NOT_FOUND', detail: 'There is no such client that you know of.' },
  'client-is-closed': { code: 'STATE_CONFLICT', detail: 'The client is closed and therefore read-only.' },
  'client-code-taken': {
    code: 'STATE_CONFLICT',
    detail: 'Another client has this code.',
    hint: 'Codes are unique and never given again: choose another.',
  },
});
