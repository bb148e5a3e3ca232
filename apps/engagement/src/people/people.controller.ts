import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '@bw/event-store';
import {
  Access,
  Allows,
  Answers,
  AnswersList,
  Caller,
  Directory,
  type Membership,
  type Principal,
} from '@bw/service-shell';
import { rolesAt } from '../access/members.ts';
import { MyPlaceView, PeopleQuery, PersonView } from './people.bodies.ts';

/** Who works on an engagement, and as what: whom a risk can belong to, and what a page may offer its reader. */
@Allows('member')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly access: Access,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @AnswersList(PersonView)
  async list(@Caller() caller: Principal, @Query() { engagement }: PeopleQuery): Promise<readonly PersonView[]> {
    const place = await this.access.require(caller, 'read', { engagement });
    const today = this.clock.now().slice(0, 10);
    return peopleOf(await this.directory.membersAt(caller.tenant, place, today));
  }

  @Get('me')
  @Answers(MyPlaceView)
  async me(@Caller() caller: Principal, @Query() { engagement }: PeopleQuery): Promise<MyPlaceView> {
    const place = await this.access.require(caller, 'read', { engagement });
    const actions = await this.access.actionsAt(caller, place);
    const roles = [...rolesAt(caller, place), ...(caller.isTenantAdmin ? (['tenant-admin'] as const) : [])];
    return { user: caller.user, roles: [...new Set(roles)], actions };
  }
}

/** One line for somebody with several memberships. */
export function peopleOf(
  members: readonly (Pick<Membership, 'party' | 'roles'> & { readonly user: string })[],
): readonly PersonView[] {
  return [...Map.groupBy(members, ({ user, party }) => `${user} ${party}`).values()].flatMap((memberships) => {
    const [first] = memberships;
    if (!first) return [];
    const { user, party } = first;
    return [{ user, party, roles: [...new Set(memberships.flatMap(({ roles }) => roles))] }];
  });
}
