import type { DataDateAdvanced, DataDateFact } from '@bw/contracts-scheduling';
import { accept, type Decider, type Effective, type Id, type Instant, refuse } from '@bw/kernel';
import type { Recorded } from '../recorded.ts';

export type DataDate =
  { readonly status: 'none' } | { readonly status: 'set'; readonly dataDate: Instant; readonly eventId: Id };

export interface AdvanceDataDate {
  readonly type: 'AdvanceDataDate';
  readonly data: DataDateAdvanced & {
    /** As given, where a civil day was given. */
    readonly effective: Effective;
    /** Only with a reason may it go back; then the event it takes the place of is named. */
    readonly reason?: string;
    readonly corrects?: Id;
  };
}

export type DataDateRefusal = 'data-date-goes-back' | 'data-date-to-correct-is-not-the-last';

type DataDateEvent = Recorded<DataDateFact>;

/** The date up to which a plan's actuals are known: forward only; back only as a correction with its reason. */
export const dataDate: Decider<DataDate, AdvanceDataDate, DataDateEvent, DataDateRefusal> = {
  initial: { status: 'none' },

  decide({ data }, state) {
    const { planId, engagementId, dataDate: to, effective, reason, corrects } = data;
    if (state.status === 'set') {
      if (state.dataDate === to) return accept();
      if (corrects && corrects !== state.eventId)
        return refuse('data-date-to-correct-is-not-the-last', { last: state.eventId });
      if (to < state.dataDate && !(reason && corrects)) {
        const hint = 'To correct a wrong data date give a reason, and in `corrects` the id of the event that set it.';
        return refuse('data-date-goes-back', { dataDate: state.dataDate, setBy: state.eventId, hint });
      }
    }
    const fact: DataDateFact = {
      type: 'scheduling.DataDateAdvanced',
      data: { planId, engagementId, dataDate: to },
      effective,
    };
    return accept<DataDateEvent>(corrects ? { ...fact, corrects } : fact);
  },

  evolve(_, { data, id }) {
    return { status: 'set', dataDate: data.dataDate, eventId: id ?? '' };
  },
};
