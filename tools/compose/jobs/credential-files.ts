import { randomBytes } from 'node:crypto';
import {
  BRIDGEWORK_GROUP,
  FRONT_DOOR_USER,
  migrationUsers,
  OPENING_GROUP,
  OPENING_USER,
  POSTGRES_USER,
  services,
  serviceUsers,
} from './readers.ts';

/** A file or folder of the credentials' volume: nobody but its owner and its group may look inside. */
export interface CredentialFile {
  readonly name: string;
  readonly owner: number;
  readonly group: number;
  /** Left out for a folder, which its owner writes to. */
  readonly content?: string;
}

const newPassword = () => randomBytes(24).toString('hex');

/** All credentials of an installation. `known` gives a password that was made before. */
export function credentialFiles(known: (name: string) => string | undefined): readonly CredentialFile[] {
  const database = (name: string, content: string) => ({ name, owner: POSTGRES_USER, group: POSTGRES_USER, content });
  const secret = (name: string) => known(name) ?? newPassword();
  const ofServices = services.flatMap((service) => {
    const files = { owner: migrationUsers[service], app: serviceUsers[service], reader: serviceUsers[service] };
    return Object.entries(files).flatMap(([kind, owner]) => {
      const role = `${service}_${kind}`;
      const password = secret(`${role}.password`);
      const url = `postgres://${role}:${password}@postgres:5432/${service}`;
      // What fills an empty installation stands in for the services; the owner's address is for migrations alone.
      const group = kind === 'owner' ? owner : OPENING_GROUP;
      return [database(`${role}.password`, password), { name: `${role}.url`, owner, group, content: url }];
    });
  });
  return [
    database('postgres.password', secret('postgres.password')),
    ...ofServices,
    { name: 'operations.token', owner: FRONT_DOOR_USER, group: BRIDGEWORK_GROUP, content: secret('operations.token') },
    { name: 'identity', owner: FRONT_DOOR_USER, group: FRONT_DOOR_USER },
    { name: 'opening', owner: OPENING_USER, group: OPENING_GROUP },
  ];
}
