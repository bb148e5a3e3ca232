import {
  Amount,
  CivilDay,
  Code,
  CurrencyCode,
  EventContract,
  type FactsOf,
  Hash,
  Id,
  OneOf,
  Text,
} from '@bw/contracts-base';

@EventContract({ type: 'engagement.TermsDrafted', version: 1, about: 'Commercial terms were begun for an engagement.' })
export class TermsDrafted {
  @Id() readonly termsId!: string;
  @Id() readonly engagementId!: string;
  @Text(200) readonly title!: string;
  /** All prices of these terms are in it. */
  @CurrencyCode() readonly currency!: string;
  @CivilDay() readonly from!: string;
  /** The last day, included; left out: until they are ended. */
  @CivilDay({ optional: true }) readonly to?: string;
}

export const RATE_UNITS = ['hour', 'day', 'month'] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

@EventContract({
  type: 'engagement.RateLineSet',
  version: 1,
  about: 'What a unit of work of a role costs the client from one day to another.',
})
export class RateLineSet {
  @Id() readonly termsId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly lineId!: string;
  @Code({ max: 40 }) readonly component!: string;
  @Code({ max: 60, about: 'Of the work, such as project-manager or tester.' }) readonly role!: string;
  @Code({ max: 40, optional: true }) readonly grade?: string;
  @Code({ max: 40, optional: true }) readonly location?: string;
  @Amount() readonly rate!: number;
  @CurrencyCode() readonly currency!: string;
  @OneOf(...RATE_UNITS) readonly unit!: RateUnit;
  @CivilDay() readonly from!: string;
  /** The last day, included. */
  @CivilDay({ optional: true }) readonly to?: string;
}

@EventContract({ type: 'engagement.RateLineRemoved', version: 1, about: 'A rate line was taken out of a draft.' })
export class RateLineRemoved {
  @Id() readonly termsId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly lineId!: string;
}

@EventContract({
  type: 'engagement.TermsAgreed',
  version: 1,
  about: 'Commercial terms are agreed; they do not change any more.',
})
export class TermsAgreed {
  @Id() readonly termsId!: string;
  @Id() readonly engagementId!: string;
  @Hash() readonly contentHash!: string;
  @CivilDay() readonly from!: string;
  @CivilDay({ optional: true }) readonly to?: string;
}

@EventContract({
  type: 'engagement.TermsEnded',
  version: 1,
  about: 'Agreed terms have a last day, earlier than they had: others may follow them.',
})
export class TermsEnded {
  @Id() readonly termsId!: string;
  @Id() readonly engagementId!: string;
  @CivilDay() readonly endedOn!: string;
  @Text(500) readonly reason!: string;
}

@EventContract({
  type: 'engagement.TermsRegistered',
  version: 1,
  about: 'An engagement knows of these terms. Kept in the one stream that guards all terms of the engagement.',
})
export class TermsRegistered {
  @Id() readonly engagementId!: string;
  @Id() readonly termsId!: string;
}

@EventContract({
  type: 'engagement.TermsPeriodReserved',
  version: 1,
  about: 'Only these terms may hold in these days: an engagement has at most one agreed set at any time.',
})
export class TermsPeriodReserved {
  @Id() readonly engagementId!: string;
  @Id() readonly termsId!: string;
  @CivilDay() readonly from!: string;
  @CivilDay({ optional: true }) readonly to?: string;
  /** The command that claims the days: only the last one to claim them may give them back. */
  @Id() readonly claim!: string;
}

@EventContract({
  type: 'engagement.TermsPeriodReleased',
  version: 1,
  about: 'The terms that these days were kept for were not agreed; others may have them.',
})
export class TermsPeriodReleased {
  @Id() readonly engagementId!: string;
  @Id() readonly termsId!: string;
  @Id() readonly claim!: string;
}

export type TermsEvent = FactsOf<{
  'engagement.TermsDrafted': TermsDrafted;
  'engagement.RateLineSet': RateLineSet;
  'engagement.RateLineRemoved': RateLineRemoved;
  'engagement.TermsAgreed': TermsAgreed;
  'engagement.TermsEnded': TermsEnded;
}>;

export type TermsRegisterEvent = FactsOf<{
  'engagement.TermsRegistered': TermsRegistered;
  'engagement.TermsPeriodReserved': TermsPeriodReserved;
  'engagement.TermsPeriodReleased': TermsPeriodReleased;
}>;
