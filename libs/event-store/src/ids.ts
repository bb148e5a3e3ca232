import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '@bw/kernel';

/** A new id (UUIDv7): ids made later sort later. For things that people and the house create. */
export function newId(at: number = Date.now()): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  return asUuid(bytes, 7);
}

/** The same names in the same namespace always give the same id (UUIDv5): what a retry or a redelivery must make again. */
export function derivedId(namespace: Id, ...names: readonly (string | number)[]): Id {
  const name = names.length === 1 ? String(names[0]) : JSON.stringify(names);
  return asUuid(digest(namespace, name), 5);
}

/**
 * Id of the event at that place of a command's events for a stream. The same command makes the same ids, so that a
 * retry is recognised; where the command's id tells a time (UUIDv7) the event's does too.
 */
export function eventId(command: Id, tenant: Id, stream: string, index: number): Id {
  const bytes = digest(command, JSON.stringify([tenant, stream, index]));
  if (command[14] !== '7') return asUuid(bytes, 5);
  Buffer.from(command.replaceAll('-', ''), 'hex').copy(bytes, 0, 0, 6);
  return asUuid(bytes, 7);
}

function digest(namespace: Id, name: string): Buffer {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name);
  return hash.digest().subarray(0, 16);
}

function asUuid(bytes: Buffer, version: 5 | 7): Id {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
