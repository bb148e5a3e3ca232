/** The services, as the people who watch a page know them. */
export type Service = 'engagement' | 'scheduling' | 'risk' | 'reporting';

const PATHS: Readonly<Record<Exclude<Service, 'reporting'>, readonly string[]>> = {
  engagement: ['approvals', 'clients', 'engagements', 'funding', 'governance', 'memberships', 'people', 'terms'],
  scheduling: [
    'activities',
    'actual-costs',
    'baselines',
    'calendars',
    'holiday-sets',
    'imports',
    'links',
    'plans',
    'progress',
    'resources',
    'schedule-runs',
  ],
  risk: ['clocks', 'escalations', 'issues', 'risk-policies', 'risks'],
};

/** Which service answers below a path; readings all come from reporting. */
export function serviceOf(path: string): Service {
  const [, noun = ''] = /^\/api\/v1\/([a-z-]+)/.exec(path) ?? [];
  for (const service of ['engagement', 'scheduling', 'risk'] as const)
    if (PATHS[service].includes(noun)) return service;
  return 'reporting';
}
