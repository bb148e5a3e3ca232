// The services start when this has ended: at once where nobody asked for sample data, else when it is there.
import { setTimeout as pause } from 'node:timers/promises';
import { OpeningState } from './opening-state.ts';

const PATIENCE_MS = 20 * 60_000;
const AGAIN = 'Take everything down with its volumes and start again: docker compose --profile demo down --volumes';

const state = new OpeningState(process.env['BW_OPENING'] ?? '/run/bridgework/opening');
const deadline = Date.now() + PATIENCE_MS;
if (state.claim('open') === 'sample') {
  console.log('Waiting for the sample data.');
  while (state.outcome() === undefined && Date.now() < deadline) await pause(200);
  if (state.outcome() !== 'done') {
    console.error(`The sample data is not complete; see the log of "demo". ${AGAIN}`);
    process.exit(1);
  }
}
console.log('Open.');
