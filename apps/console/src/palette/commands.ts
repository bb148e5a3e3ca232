import type { Command } from './command.ts';
import { eventsCommands } from '../events/commands.ts';
import { historyCommands } from '../history/commands.ts';
import { issueCommands } from '../issues/commands.ts';
import { riskCommands } from '../register/commands.ts';
import { frameCommands } from '../frame/commands.ts';
import { planCommands } from '../plan/commands.ts';
import { portfolioCommands } from '../portfolio/commands.ts';
import { importCommands } from '../imports/commands.ts';
import { sqlCommands } from '../sql/commands.ts';
import { systemCommands } from '../system/commands.ts';
import { pointCommands } from '../two-times/commands.ts';

/** What can be done from anywhere: each room declares its own and is listed here. Loaded after the first page stands. */
export const commands: readonly Command[] = [
  ...frameCommands,
  ...portfolioCommands,
  ...planCommands,
  ...riskCommands,
  ...issueCommands,
  ...historyCommands,
  ...pointCommands,
  ...systemCommands,
  ...eventsCommands,
  ...importCommands,
  ...sqlCommands,
];
