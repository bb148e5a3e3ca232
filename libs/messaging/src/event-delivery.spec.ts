import type { Fact } from '@bw/contracts-base';
import { derivedId } from '@bw/event-store';
import { idOf, sampleEvent } from '@bw/testing';
import type { Taken } from './delivery.ts';
import { EventDelivery } from './event-delivery.ts';

type Opened = Fact<'test.Opened', { readonly id: string }>;
type Closed = Fact<'test.Closed', { readonly reason: string }>;

const NOW = '2026-03-02T10:00:00.000Z';
const tx = { query: () => Promise.reject(new Error('There is no database here.')) };
const opened = sampleEvent(
  { type: 'test.Opened' as const, data: { id: 'x' } },
  { effectiveDay: '2026-03-01', effectiveZone: 'Europe/Warsaw', correlation: idOf('all of it') },
);

function deliver(event = opened, check?: () => void) {
  return new EventDelivery(event, tx, { group: 'risk', handler: 'Register.on', now: () => NOW, check });
}

describe('a delivery', () => {
  it('calls the handler of its event’s type with data, envelope and transaction', async () => {
    const seen: unknown[] = [];
    await deliver().take<Opened | Closed>(opened, {
      'test.Opened': ({ id }, taken) => void seen.push(id, taken.event, taken.tx),
      'test.Closed': () => void seen.push('closed'),
    });

    expect(seen).toEqual(['x', opened, tx]);
  });

  it('issues commands that follow from the event: the same ones each time', async () => {
    const issued = async () => {
      let taken: Taken | undefined;
      await deliver().take<Opened>(opened, { 'test.Opened': (_data, given) => void (taken = given) });
      return [taken?.issued, taken?.issuedFor('second')];
    };

    const [first, second] = await issued();
    expect(first).toEqual({
      at: NOW,
      effective: { at: opened.effective, day: '2026-03-01', zone: 'Europe/Warsaw' },
      tenant: opened.tenant,
      actor: 'system:risk',
      command: derivedId(opened.id, 'risk', 'Register.on'),
      correlation: idOf('all of it'),
      causation: opened.id,
      notBefore: opened.recorded,
    });
    expect(second?.command).not.toBe(first?.command);
    expect(await issued()).toEqual([first, second]);
  });

  it('leaves alone what is not listed, whatever it holds', async () => {
    const refuse = () => {
      throw new Error('It breaks its contract.');
    };
    const taking = deliver(opened, refuse).take<Closed>(opened, { 'test.Closed': () => undefined });
    await expect(taking).resolves.toBeUndefined();
  });

  it('refuses an event that breaks its contract', async () => {
    const refuse = () => {
      throw new Error('It breaks its contract.');
    };
    const taking = deliver(opened, refuse).take<Opened>(opened, { 'test.Opened': () => undefined });
    await expect(taking).rejects.toThrow('It breaks its contract.');
  });

  it('refuses anything but the message as it came', async () => {
    await expect(deliver().take<Opened>(opened.data, {})).rejects.toThrow('the whole event');
  });

  it('is not fooled by types that every object has', async () => {
    const odd = sampleEvent({ type: 'constructor', data: {} });
    const delivery = new EventDelivery(odd, tx, { group: 'risk', handler: 'Register.on', now: () => NOW });
    await expect(delivery.take<Opened>(odd, {})).resolves.toBeUndefined();
  });
});
