import type { EventsSearch } from './search.ts';

export interface Subscription {
  readonly token: string;
  readonly stream: string;
  readonly pages: string;
  readonly bw: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** How a program gets the same events: as they come, in pages, and on the command line. Goes on behind a number. */
export function subscription(
  { types, engagement }: Pick<EventsSearch, 'types' | 'engagement'>,
  after: number,
  origin: string,
): Subscription {
  const query = new URLSearchParams({
    after: String(after),
    ...(types && { types }),
    ...(engagement && { engagement }),
  }).toString();
  const filter = [
    ...(types ? [`--types ${quoted(types)}`] : []),
    ...(engagement ? [`--engagement ${engagement}`] : []),
  ];
  const curl = (path: string) => `curl -N -H "Authorization: Bearer $TOKEN" ${quoted(`${origin}${path}?${query}`)}`;
  return {
    token: 'TOKEN=$(npx bw token integrator)',
    stream: curl('/api/v1/events/stream'),
    pages: curl('/api/v1/events').replace(`?${query}`, `?${query}&wait=20`),
    bw: ['npx bw events tail', `--after ${after}`, ...filter].join(' '),
  };
}
