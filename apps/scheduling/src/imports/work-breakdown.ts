/** Whether `wbs` lies below `above`: 1.4.2 below 1.4, but 1.40 not. */
export function liesBelow(wbs: string, above: string): boolean {
  return wbs.length > above.length && wbs.startsWith(above) && wbs[above.length] === '.';
}

/** Places of the work breakdown that others lie below: those are summaries, whatever the file calls them. */
export function summariesOf(places: readonly string[]): ReadonlySet<string> {
  const summaries = new Set<string>();
  for (const place of places) {
    for (let dot = place.lastIndexOf('.'); dot > 0; dot = place.lastIndexOf('.', dot - 1))
      summaries.add(place.slice(0, dot));
  }
  return new Set(places.filter((place) => summaries.has(place)));
}

/** The nearest place above that is there, for each place. */
export function parentsOf(places: ReadonlySet<string>): (place: string) => string | undefined {
  return (place) => {
    for (let dot = place.lastIndexOf('.'); dot > 0; dot = place.lastIndexOf('.', dot - 1)) {
      const above = place.slice(0, dot);
      if (places.has(above)) return above;
    }
    return undefined;
  };
}
