/** The provider's tenant in sample data and in a fresh installation. */
export const SAMPLE_TENANT = '0192a000-0000-7000-8000-000000000001';

export interface Persona {
  readonly persona: string;
  readonly user: string;
  readonly title: string;
  /** What they come for, in a line. */
  readonly about: string;
  /** Roles that the identity provider itself vouches for; all others come from memberships. */
  readonly roles: readonly string[];
}

const person = (
  number: number,
  persona: string,
  title: string,
  about: string,
  roles: readonly string[] = [],
): Persona => ({
  persona,
  user: `0192a000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
  title,
  about,
  roles,
});

/** Whom one can sign in as while developing: the people of the house's stories, without names. */
export const personas: readonly Persona[] = [
  person(1, 'director', 'Delivery director', 'scans the portfolio: which engagement needs me today?'),
  person(2, 'project-manager', 'Project manager', 'plans, records progress, keeps risks and issues'),
  person(3, 'sponsor', 'Client sponsor', 'answers decisions, asks why a number changed'),
  person(4, 'vendor-lead', 'Vendor lead', 'confirms what a third party has promised'),
  person(5, 'analyst', 'Analyst', 'queries the projections with SQL'),
  person(6, 'integrator', 'Integrator', 'subscribes to the events'),
  person(7, 'finance-controller', 'Finance controller', 'closes periods, reconciles the ledgers'),
  person(8, 'compliance-officer', 'Compliance officer', 'exports evidence as of any date'),
  person(9, 'tenant-admin', 'Administrator', 'grants the first memberships', ['tenant-admin']),
  person(10, 'client-viewer', 'Client viewer', 'reads what concerns the own company'),
  person(11, 'other-sponsor', 'Sponsor of another client', 'must never see the first client'),
  person(12, 'third-sponsor', 'Sponsor of a third client', 'decides on the other side of the world'),
];

export const personaNamed = (name: unknown): Persona | undefined => personas.find(({ persona }) => persona === name);
export const personaOf = (user: string): Persona | undefined => personas.find((each) => each.user === user);
