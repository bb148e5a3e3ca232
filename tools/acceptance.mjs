import { handOver } from './bootstrap.mjs';

handOver('tools/acceptance/main.ts');
