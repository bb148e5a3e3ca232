/** The services of an installation, in the order of the flow: what is agreed, planned, assured, read. */
export const SERVICES = ['engagement', 'scheduling', 'risk', 'reporting'] as const;
