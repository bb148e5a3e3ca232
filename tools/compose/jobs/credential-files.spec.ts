import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../workspace.ts';
import { type CredentialFile, credentialFiles } from './credential-files.ts';
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

const NONE = () => undefined;
const contentOf = (files: readonly CredentialFile[], name: string) => files.find((file) => file.name === name)?.content;

/** Mode 0440: whom the system lets read a file. */
const readableBy = (user: number, group: number) =>
  credentialFiles(NONE)
    .filter((file) => file.owner === user || file.group === group)
    .map(({ name }) => name)
    .toSorted();

describe('the credentials of an installation in containers', () => {
  it.each(services)('%s reads its own two addresses and the operations token', (service) => {
    const own = [`${service}_app.url`, `${service}_reader.url`];
    expect(readableBy(serviceUsers[service], BRIDGEWORK_GROUP)).toEqual([...own, 'operations.token'].toSorted());
  });

  it.each(services)('only the migrations of %s read what owns its tables', (service) => {
    expect(readableBy(migrationUsers[service], migrationUsers[service])).toEqual([`${service}_owner.url`]);
  });

  it('the front door reads no database', () => {
    expect(readableBy(FRONT_DOOR_USER, BRIDGEWORK_GROUP)).toEqual(['identity', 'operations.token']);
  });

  it('what fills an empty installation reads what the services read, and owns no tables', () => {
    const names = readableBy(OPENING_USER, OPENING_GROUP);
    expect(names).toHaveLength(9);
    expect(names.filter((name) => name.includes('owner') || name.includes('password'))).toEqual([]);
  });

  it('the database reads all passwords and no address', () => {
    const names = readableBy(POSTGRES_USER, POSTGRES_USER);
    expect(names).toHaveLength(13);
    expect(names.every((name) => name.endsWith('.password'))).toBe(true);
  });

  it('are others in each installation, and stay what they are', () => {
    const [one, other] = [credentialFiles(NONE), credentialFiles(NONE)];
    const passwords = one.filter(({ name }) => name.endsWith('.password')).map(({ content }) => content);
    expect(new Set(passwords).size).toBe(13);
    expect(contentOf(one, 'risk_app.url')).not.toBe(contentOf(other, 'risk_app.url'));
    expect(credentialFiles((name) => contentOf(one, name))).toEqual(one);
  });

  it('have their readers in docker-compose.yml', () => {
    const file = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    const userOf = (service: string) =>
      new RegExp(`\\n  ${service}:\\n(?: {4}.*\\n)*? {4}user: '(.*)'`).exec(file)?.[1];
    for (const service of services) {
      expect(userOf(service)).toBe(`${serviceUsers[service]}:${BRIDGEWORK_GROUP}`);
      expect(userOf(`${service}-migrations`)).toBe(`${migrationUsers[service]}:${migrationUsers[service]}`);
    }
    expect(userOf('front-door')).toBe(`${FRONT_DOOR_USER}:${BRIDGEWORK_GROUP}`);
    for (const service of ['demo', 'opening']) expect(userOf(service)).toBe(`${OPENING_USER}:${OPENING_GROUP}`);
  });
});
