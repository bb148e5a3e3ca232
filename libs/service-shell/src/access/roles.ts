/** Who somebody works for. */
export const parties = ['provider', 'client', 'vendor'] as const;
export type Party = (typeof parties)[number];

/** What somebody does, by the names of the personas. */
export const roles = [
  'director',
  'project-manager',
  'sponsor',
  'vendor-lead',
  'analyst',
  'integrator',
  'finance-controller',
  'compliance-officer',
  'tenant-admin',
  'client-viewer',
] as const;
export type Role = (typeof roles)[number];

/** What can be done to a thing, in the words of the access rules. */
export const actions = ['read', 'manage', 'record', 'approve', 'sign', 'administer', 'read-provider-cost'] as const;
export type Action = (typeof actions)[number];
