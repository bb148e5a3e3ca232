import { handOver } from './bootstrap.mjs';

handOver('tools/contracts/main.ts');
