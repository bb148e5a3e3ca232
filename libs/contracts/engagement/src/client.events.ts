import { Code, CurrencyCode, EventContract, type FactsOf, Id, Text, ZoneName } from '@bw/contracts-base';

@EventContract({
  type: 'engagement.ClientRegistered',
  version: 1,
  about: 'A company became known as a client, or as somebody who may become one.',
})
export class ClientRegistered {
  @Id() readonly clientId!: string;
  /** Unique in the tenant, for good: it is never given to another client. */
  @Code({ max: 20 }) readonly code!: string;
  @Text(200) readonly name!: string;
  @ZoneName() readonly zone!: string;
  @CurrencyCode() readonly currency!: string;
}

@EventContract({
  type: 'engagement.ClientProfileChanged',
  version: 1,
  about: "A client's name, time zone or currency changed. What was agreed before keeps its own zone and currency.",
})
export class ClientProfileChanged {
  @Id() readonly clientId!: string;
  @Text(200) readonly name!: string;
  @ZoneName() readonly zone!: string;
  @CurrencyCode() readonly currency!: string;
}

@EventContract({
  type: 'engagement.ClientClosed',
  version: 1,
  about: 'Nothing new begins with this client any more.',
})
export class ClientClosed {
  @Id() readonly clientId!: string;
  @Text(500) readonly reason!: string;
}

@EventContract({
  type: 'engagement.ClientCodeReserved',
  version: 1,
  about: 'A code belongs to one client from now on. Its stream is named after the code, so two cannot take it at once.',
})
export class ClientCodeReserved {
  @Id() readonly clientId!: string;
  @Code({ max: 20 }) readonly code!: string;
}

export type ClientEvent = FactsOf<{
  'engagement.ClientRegistered': ClientRegistered;
  'engagement.ClientProfileChanged': ClientProfileChanged;
  'engagement.ClientClosed': ClientClosed;
}>;

export type ClientCodeEvent = FactsOf<{ 'engagement.ClientCodeReserved': ClientCodeReserved }>;
