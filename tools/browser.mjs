import { handOver } from './bootstrap.mjs';

handOver('tools/browser/main.ts');
