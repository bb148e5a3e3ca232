import type { Severity } from '@bw/contracts-risk';
import { Injectable } from '@nestjs/common';
import type { Because } from '../clocks/clock.ts';
import { ClockProcess } from '../clocks/clock.process.ts';
import { LadderProcess } from '../escalations/ladder.process.ts';
import { Lines } from '../lines/lines.ts';
import { oneAtATime, type Place, type Turn } from './turn.ts';

export interface Settled {
  readonly because: Because;
  /** All, unless said. */
  readonly severities?: readonly Severity[];
}

/** Counts the clocks and ladders of an engagement anew after a promise or a calendar was set right. */
@Injectable()
export class Settlement {
  constructor(
    private readonly lines: Lines,
    private readonly clocks: ClockProcess,
    private readonly ladders: LadderProcess,
  ) {}

  async settle({ engagement }: Pick<Place, 'engagement'>, turn: Turn, { because, severities }: Settled): Promise<void> {
    await oneAtATime(turn, engagement);
    // A calendar that was wrong was wrong for stopped clocks too; a new promise does not reach back to them.
    const onlyOpen = because !== 'calendar';
    for (const { state, place } of await this.lines.of(turn.tx, 'issue', { engagement, onlyOpen })) {
      if (severities && !severities.includes(state.severity)) continue;
      await this.clocks.settle(state, place, turn, because);
      await this.ladders.settle(state.issueId, place, turn);
    }
  }
}
