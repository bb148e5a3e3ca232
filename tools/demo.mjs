import { handOver } from './bootstrap.mjs';

handOver('tools/demo/main.ts');
