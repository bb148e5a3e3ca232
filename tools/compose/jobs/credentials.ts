// Makes the installation's passwords, once, in the volume that the other containers see: none stands in a file of the
// repository, in the environment, or in an image. Runs as root, without a network and with the right to give files away.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialFiles } from './credential-files.ts';

const folder = process.env['BW_CREDENTIALS'] ?? '/run/bridgework';
const path = (name: string) => join(folder, name);
const known = (name: string) => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : undefined);

const files = credentialFiles(known);
const fresh = files.filter(({ name }) => !existsSync(path(name)));
for (const { name, content } of fresh) {
  if (content === undefined) mkdirSync(path(name));
  else writeFileSync(path(name), content, { mode: 0o400 });
}
for (const { name, owner, group, content } of files) {
  chownSync(path(name), owner, group);
  chmodSync(path(name), content === undefined ? 0o700 : 0o440);
}
console.log(fresh.length === 0 ? 'The credentials are there.' : `Made ${fresh.length} credentials.`);
