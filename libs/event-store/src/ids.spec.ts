import { isId } from '@bw/kernel';
import fc from 'fast-check';
import { derivedId, eventId, newId } from './index.ts';

const aTime = fc.integer({ min: 0, max: 2 ** 47 });

describe('an id', () => {
  it('is a UUIDv7, sorted by its time, never the same twice', () => {
    fc.assert(
      fc.property(aTime, aTime, (a, b) => {
        const [first, second] = [newId(a), newId(b)];
        expect(isId(first) && first[14] === '7' && '89ab'.includes(first[19] ?? '')).toBe(true);
        expect(first).not.toBe(second);
        expect(a === b || first < second === a < b).toBe(true);
      }),
    );
  });

  it('derived from names is the one of RFC 9562', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(derivedId(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('derived from other names is another one', () => {
    const space = newId();
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.array(fc.string(), { minLength: 1 }), (a, b) => {
        expect(derivedId(space, ...a) === derivedId(space, ...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('of an event is made of its command and place, and keeps the command’s time', () => {
    const [command, tenant] = [newId(), newId()];
    const id = eventId(command, tenant, 'risk-1', 0);
    expect(isId(id)).toBe(true);
    expect(id).toBe(eventId(command, tenant, 'risk-1', 0));
    expect(id.slice(0, 15)).toBe(command.slice(0, 15));

    const others = [
      eventId(command, tenant, 'risk-1', 1),
      eventId(command, tenant, 'risk-2', 0),
      eventId(command, newId(), 'risk-1', 0),
      eventId(newId(), tenant, 'risk-1', 0),
      eventId(derivedId(command, 'x'), tenant, 'risk-1', 0),
    ];
    expect(new Set([id, ...others]).size).toBe(6);
    expect(others.every(isId)).toBe(true);
  });
});
