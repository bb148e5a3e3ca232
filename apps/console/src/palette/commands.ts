import type { Command } from './command.ts';
import { frameCommands } from '../frame/commands.ts';
import { portfolioCommands } from '../portfolio/commands.ts';
import { systemCommands } from '../system/commands.ts';
import { pointCommands } from '../two-times/commands.ts';

/** What can be done from anywhere: each room declares its own and is listed here. Loaded after the first page stands. */
export const commands: readonly Command[] = [
  ...frameCommands,
  ...portfolioCommands,
  ...pointCommands,
  ...systemCommands,
];
