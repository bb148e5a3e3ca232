/** A type of event in the catalogue of the running installation. */
export interface EventType {
  readonly type: string;
  readonly version: number;
  readonly service: string;
  readonly topic: string;
  readonly about: string;
  /** Path of its JSON Schema. */
  readonly schema: string;
}

export interface ServiceTypes {
  readonly service: string;
  readonly topic: string;
  readonly types: readonly EventType[];
}

/** Types that hold all of the words, by the service whose log holds them; in order of their names. */
export function typesByService(all: readonly EventType[], text: string | undefined): readonly ServiceTypes[] {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ type, about }) => {
    const whole = `${type} ${about}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
  return [...Map.groupBy(found, ({ service }) => service)].map(([service, types]) => ({
    service,
    topic: types[0]?.topic ?? '',
    types: types.toSorted((a, b) => (a.type < b.type ? -1 : 1)),
  }));
}
