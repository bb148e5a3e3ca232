import type { TermsPeriodReserved, TermsRegisterEvent } from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { type DayPeriod, overlaps } from '../day-period.ts';

/** All terms of one engagement, in one stream: the one place where two sets of terms can see each other. */
export interface TermsRegister {
  /** In the order in which they came. */
  readonly terms: readonly string[];
  readonly reserved: Readonly<Record<string, DayPeriod>>;
}

interface OfTerms {
  readonly engagementId: string;
  readonly termsId: string;
}

export type TermsRegisterCommand =
  | Command<'RegisterTerms', OfTerms>
  | Command<'ReserveTermsPeriod', TermsPeriodReserved>
  | Command<'ReleaseTermsPeriod', OfTerms>;

/**
 * Keeps invariant E1: at most one agreed set of terms at any time. Terms reserve their days here before they are
 * agreed; what was reserved for terms that were then not agreed is released, or taken over by trying again.
 */
export const termsRegister: Decider<TermsRegister, TermsRegisterCommand, TermsRegisterEvent, 'terms-periods-overlap'> =
  {
    initial: { terms: [], reserved: {} },

    decide({ type, data }, state) {
      switch (type) {
        case 'RegisterTerms':
          return state.terms.includes(data.termsId) ? accept() : accept({ type: 'engagement.TermsRegistered', data });
        case 'ReserveTermsPeriod':
          return reserve(data, state);
        case 'ReleaseTermsPeriod':
          return state.reserved[data.termsId] ? accept({ type: 'engagement.TermsPeriodReleased', data }) : accept();
      }
    },

    evolve(state, { type, data }) {
      switch (type) {
        case 'engagement.TermsRegistered':
          return { ...state, terms: [...state.terms, data.termsId] };
        case 'engagement.TermsPeriodReserved': {
          const { termsId, from, to } = data;
          return { ...state, reserved: { ...state.reserved, [termsId]: { from, to } } };
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
  if (before && before.from === data.from && before.to === data.to) return accept();
  const clash = Object.entries(reserved).find(
    ([termsId, period]) => termsId !== data.termsId && overlaps(period, data),
  );
  if (clash) return refuse('terms-periods-overlap', { termsId: clash[0], ...clash[1] });
  return accept({ type: 'engagement.TermsPeriodReserved', data });
}
