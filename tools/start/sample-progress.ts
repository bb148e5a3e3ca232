import { styleText } from 'node:util';
import type { Moment } from '../demo/timeline.ts';

const WIDTH = 24;
/** Of a line in a terminal that is not wide. */
const MOST_OF_WHAT = 44;

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface SampleProgress {
  readonly say: (moment: Moment) => void;
  readonly end: () => void;
}

/** A line that is written over where somebody watches; a few lines where it goes to a file. */
export function sampleProgress(
  output: Output = process.stdout,
  clock: () => number = () => performance.now(),
): SampleProgress {
  const begun = clock();
  const seconds = () => (clock() - begun) / 1000;
  let told = -1;
  let deeds = 0;
  return {
    say(moment) {
      deeds = moment.of;
      const share = moment.done / moment.of;
      if (output.isTTY) {
        output.write(`\r\u001b[2K${progressLine(moment, seconds())}`);
        return;
      }
      const quarter = Math.floor(share * 4);
      if (quarter === told) return;
      told = quarter;
      output.write(`${progressLine(moment, seconds())}\n`);
    },
    end() {
      if (output.isTTY) output.write('\r\u001b[2K');
      output.write(`  100 %  sample data loaded in ${seconds().toFixed(1)} s: ${deeds} steps of the story\n`);
    },
  };
}

/** `████░░░░  42 %  March 2026  NORD-DC: the sponsor approves  18 s, about 20 s left` */
export function progressLine({ done, of, day, what }: Moment, seconds: number): string {
  const share = done / of;
  const full = Math.round(share * WIDTH);
  const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );
  const left = share > 0.05 ? `, about ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
  const shown = what.length > MOST_OF_WHAT ? `${what.slice(0, MOST_OF_WHAT - 1)}…` : what;
  return `  ${styleText('dim', bar)} ${String(Math.floor(share * 100)).padStart(3)} %  ${month.padEnd(14)}  ${shown.padEnd(MOST_OF_WHAT)}  ${Math.floor(seconds)} s${left}`;
}
