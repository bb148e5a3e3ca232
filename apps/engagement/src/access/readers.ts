/** Who may read what was promised: everybody but vendors, who see only what is theirs. */
export const READERS = [
  'director',
  'project-manager',
  'sponsor',
  'client-viewer',
  'analyst',
  'integrator',
  'finance-controller',
  'compliance-officer',
  'tenant-admin',
] as const;

/** Who may read what is paid. */
export const PRICE_READERS = ['director', 'project-manager', 'finance-controller', 'sponsor', 'analyst'] as const;
