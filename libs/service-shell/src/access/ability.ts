import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import type { Id } from '@bw/kernel';
import type { Membership, Principal } from './principal.ts';
import type { Action, Party, Role } from './roles.ts';

interface Located {
  readonly engagement?: Id;
  readonly client?: Id;
}

type PlaceSubject = Located & { readonly __caslSubjectType__: 'Place' };
export type PlaceAbility = MongoAbility<[Action, 'Place' | PlaceSubject]>;

/** What each role may do where its membership holds. */
const OF_ROLE: Readonly<Record<Role, readonly Action[]>> = {
  director: ['read', 'manage', 'record', 'approve', 'sign', 'administer', 'read-provider-cost'],
  'project-manager': ['read', 'manage', 'record', 'sign', 'read-provider-cost'],
  sponsor: ['read', 'approve', 'sign'],
  'vendor-lead': ['read', 'record'],
  analyst: ['read', 'read-provider-cost'],
  integrator: ['read', 'record'],
  'finance-controller': ['read', 'record', 'approve', 'read-provider-cost'],
  'compliance-officer': ['read'],
  'tenant-admin': ['read', 'administer'],
  'client-viewer': ['read'],
};

/** The most that anybody of a party may do, whatever roles a membership lists by mistake. */
const OF_PARTY: Readonly<Record<Party, readonly Action[]>> = {
  provider: ['read', 'manage', 'record', 'approve', 'sign', 'administer', 'read-provider-cost'],
  client: ['read', 'record', 'approve', 'sign'],
  vendor: ['read', 'record'],
};

const abilities = new WeakMap<Principal, PlaceAbility>();

/** The rules of one principal, made once per request. */
export function abilityOf(principal: Principal): PlaceAbility {
  const made = abilities.get(principal) ?? build(principal);
  abilities.set(principal, made);
  return made;
}

export function placedAt({ engagement, client }: Located): PlaceSubject {
  return subject('Place', { ...(engagement && { engagement }), ...(client && { client }) });
}

function build({ isTenantAdmin, memberships }: Principal): PlaceAbility {
  const { can, build: finish } = new AbilityBuilder<PlaceAbility>(createMongoAbility);
  if (isTenantAdmin) can([...OF_ROLE['tenant-admin']], 'Place');
  for (const membership of memberships) {
    const actions = actionsOf(membership);
    const where = whereOf(membership);
    if (actions.length > 0 && where) can(actions, 'Place', where);
  }
  // To CASL `manage` means every action unless told otherwise; to us it is one of several.
  return finish({ anyAction: 'any action', anySubjectType: 'any subject' });
}

function actionsOf({ party, roles }: Membership): Action[] {
  const wanted = new Set(roles.flatMap((role) => OF_ROLE[role]));
  return OF_PARTY[party].filter((action) => wanted.has(action));
}

/** Nothing at all for a client or vendor whose membership names no place: only the provider's people see everything. */
function whereOf({ party, client, engagement }: Membership): Located | undefined {
  if (engagement) return { engagement };
  if (client) return { client };
  return party === 'provider' ? {} : undefined;
}
