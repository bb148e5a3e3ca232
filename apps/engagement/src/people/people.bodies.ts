import { Id, ListOf, OneOf } from '@bw/contracts-base';
import { type Action, actions, parties, type Party, type Role, roles } from '@bw/service-shell';

export class PeopleQuery {
  @Id() readonly engagement!: string;
}

/** Somebody as what they are at an engagement. Names are kept by the identity provider, in no event and no row of ours. */
export class PersonView {
  @Id() readonly user!: string;
  @OneOf(...parties) readonly party!: Party;
  @ListOf(OneOf(...roles), { max: 20 }) readonly roles!: readonly Role[];
}

/** What the caller is there, and what that lets them do. The server decides anew with every command. */
export class MyPlaceView {
  @Id() readonly user!: string;
  @ListOf(OneOf(...roles), { max: 20 }) readonly roles!: readonly Role[];
  @ListOf(OneOf(...actions), { max: 20 }) readonly actions!: readonly Action[];
}
