import type { DataDateFact } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import type { Recorded } from '../recorded.ts';
import { type AdvanceDataDate, dataDate } from './data-date.decider.ts';

const { given } = scenarios(dataDate);

const ids = { planId: idOf('plan'), engagementId: idOf('engagement') };
const [FIRST, SECOND] = ['2026-01-09T16:00:00.000Z', '2026-01-16T16:00:00.000Z'];
const advance = (to: string, more: Partial<AdvanceDataDate['data']> = {}): AdvanceDataDate => ({
  type: 'AdvanceDataDate',
  data: { ...ids, dataDate: to, effective: { at: to }, ...more },
});
const advanced = (to: string, corrects?: string): Recorded<DataDateFact> => ({
  type: 'scheduling.DataDateAdvanced',
  data: { ...ids, dataDate: to },
  effective: { at: to },
  ...(corrects && { corrects }),
});
const stored = { ...advanced(SECOND), id: idOf('event') };

describe('a data date', () => {
  it('goes forward', () => {
    given().when(advance(FIRST)).then(advanced(FIRST));
    given(advanced(FIRST)).when(advance(SECOND)).then(advanced(SECOND));
    given(advanced(FIRST)).when(advance(FIRST)).thenNothing();
  });

  it('goes back only as a correction of the last one, with its reason', () => {
    given(stored).when(advance(FIRST)).thenRefused('data-date-goes-back');
    given(stored)
      .when(advance(FIRST, { corrects: idOf('event') }))
      .thenRefused('data-date-goes-back');
    given(stored)
      .when(advance(FIRST, { corrects: idOf('event'), reason: 'wrong week' }))
      .then(advanced(FIRST, idOf('event')));
    given(stored)
      .when(advance(FIRST, { corrects: idOf('other'), reason: 'wrong week' }))
      .thenRefused('data-date-to-correct-is-not-the-last', { last: idOf('event') });
  });
});
