#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(built))) {
  console.error('bw is not built yet: npm start and npm test build it.');
  process.exit(1);
}
await import(built.href);
