import { type ClientEvent, sampleIds } from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { client, type ClientCommand } from './client.decider.ts';
import { clientCode } from './client-code.decider.ts';

const { given, stateAfter } = scenarios(client);
const issued = issuedBy(sampleIds.director);
const clientId = sampleIds.client;
const profile = { clientId, name: 'Nordlicht', zone: 'Europe/Berlin', currency: 'EUR' };

const register = (code = 'NORD'): ClientCommand => ({ type: 'RegisterClient', data: { ...profile, code }, issued });
const change = (name: string): ClientCommand => ({ type: 'ChangeClientProfile', data: { ...profile, name }, issued });
const close: ClientCommand = { type: 'CloseClient', data: { clientId, reason: 'Merged.' }, issued };
const registered: ClientEvent = { type: 'engagement.ClientRegistered', data: { ...profile, code: 'NORD' } };
const changed: ClientEvent = { type: 'engagement.ClientProfileChanged', data: { ...profile, name: 'Nordlicht AG' } };
const closed: ClientEvent = { type: 'engagement.ClientClosed', data: { clientId, reason: 'Merged.' } };

describe('a client', () => {
  it('is registered once; saying the same again changes nothing', () => {
    given().when(register()).then(registered);
    given(registered).when(register()).then();
  });

  it('is not registered as something else under the same id', () => {
    given(registered).when(register('OTHER')).thenRefused('client-already-registered');
    given(registered, closed).when(register('OTHER')).thenRefused('client-already-registered');
  });

  it('changes its profile, and only where it is another', () => {
    given(registered).when(change('Nordlicht AG')).then(changed);
    given(registered).when(change('Nordlicht')).then();
    given(registered, changed).when(change('Nordlicht AG')).then();
  });

  it('is read-only once it is closed', () => {
    given(registered).when(close).then(closed);
    given(registered, closed).when(close).thenRefused('client-is-closed');
    given(registered, closed).when(change('Other')).thenRefused('client-is-closed');
  });

  it('must be there to be changed or closed', () => {
    given().when(change('Other')).thenRefused('client-not-found');
    given().when(close).thenRefused('client-not-found');
    expect(stateAfter(changed, closed)).toEqual({ status: 'none' });
  });
});

describe('the code of a client', () => {
  const code = scenarios(clientCode);
  const reserve = (of: string) => ({
    type: 'ReserveClientCode' as const,
    data: { clientId: of, code: 'NORD' },
    issued,
  });
  const reserved = { type: 'engagement.ClientCodeReserved' as const, data: { clientId, code: 'NORD' } };

  it('belongs to the first who asks, who may ask again', () => {
    code.given().when(reserve(clientId)).then(reserved);
    code.given(reserved).when(reserve(clientId)).then();
  });

  it('is never given to another', () => {
    code.given(reserved).when(reserve(sampleIds.plan)).thenRefused('client-code-taken', { code: 'NORD' });
  });
});
