import type { TermsPeriodReserved, TermsRegisterEvent } from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { type DayPeriod, overlaps } from '../day-period.ts';

/** All terms of one engagement, in one stream: the one place where two sets of terms can see each other. */
export interface TermsRegister {
  /** In the order in which they came. */
  readonly terms: readonly string[];
  readonly reserved: Readonly<Record<string, Reservation>>;
}

interface Reservation extends DayPeriod {
  /** The command that claimed it last. */
  readonly claim: string;
}

interface OfTerms {
  readonly engagementId: string;
  readonly termsId: string;
}

export type TermsRegisterCommand =
  | Command<'RegisterTerms', OfTerms>
  | Command<'ReserveTermsPeriod', Omit<TermsPeriodReserved, 'claim'>>
  | Command<'ReleaseTermsPeriod', OfTerms>;

/**
 * Keeps invariant E1: at most one agreed set of terms at any time. Terms reserve their days here before they are
 * agreed. What was reserved for terms that were then not agreed is released, unless another command for the same terms
 * has claimed it meanwhile: then that one counts on it.
 */
export const termsRegister: Decider<TermsRegister, TermsRegisterCommand, TermsRegisterEvent, 'terms-periods-overlap'> =
  {
    initial: { terms: [], reserved: {} },

    decide({ type, data, issued: { command: claim } }, state) {
      switch (type) {
        case 'RegisterTerms':
          return state.terms.includes(data.termsId) ? accept() : accept({ type: 'engagement.TermsRegistered', data });
        case 'ReserveTermsPeriod':
          return reserve({ ...data, claim }, state);
        case 'ReleaseTermsPeriod':
          if (state.reserved[data.termsId]?.claim !== claim) return accept();
          return accept({ type: 'engagement.TermsPeriodReleased', data: { ...data, claim } });
      }
    },

    evolve(state, { type, data }) {
      switch (type) {
        case 'engagement.TermsRegistered':
          return { ...state, terms: [...state.terms, data.termsId] };
        case 'engagement.TermsPeriodReserved': {
          const { termsId, from, to, claim } = data;
          return { ...state, reserved: { ...state.reserved, [termsId]: { from, to, claim } } };
        }
        case 'engagement.TermsPeriodReleased': {
          const { [data.termsId]: _, ...reserved } = state.reserved;
          return { ...state, reserved };
        }
      }
    },
  };

function reserve(
  data: TermsPeriodReserved,
  { reserved }: TermsRegister,
): Decision<TermsRegisterEvent, 'terms-periods-overlap'> {
  const before = reserved[data.termsId];
  const isRepeated = before?.claim === data.claim && before.from === data.from && before.to === data.to;
  if (isRepeated) return accept();
  const clash = Object.entries(reserved).find(
    ([termsId, period]) => termsId !== data.termsId && overlaps(period, data),
  );
  if (clash) {
    const [termsId, { from, to }] = clash;
    return refuse('terms-periods-overlap', { termsId, from, to });
  }
  return accept({ type: 'engagement.TermsPeriodReserved', data });
}
