/** A node of P6's work breakdown. */
export interface WbsNode {
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly order: number;
  /** The project itself: everything lies below it. */
  readonly isProject: boolean;
}

export interface WbsPlaces {
  /** In the order of the breakdown, without the project itself. */
  readonly nodes: readonly { readonly place: string; readonly name: string }[];
  /** Place of each task, in the order in which they were asked for. */
  readonly ofTasks: readonly string[];
}

/** Numbers the breakdown as `1.2.3`: nodes by their order, and the tasks of a node behind the nodes below it. */
export function wbsPlaces(nodes: readonly WbsNode[], taskNodes: readonly string[]): WbsPlaces {
  const known = new Set(nodes.map(({ id }) => id));
  const isTop = ({ isProject, parent }: WbsNode) => isProject || !known.has(parent);
  const below = Map.groupBy(
    nodes.filter((node) => !isTop(node)),
    ({ parent }) => parent,
  );
  const placed: { readonly place: string; readonly name: string }[] = [];
  const placeOf = new Map<string, string>();
  const counted = new Map<string, number>();
  const visit = (id: string, place: string) => {
    placeOf.set(id, place);
    const children = (below.get(id) ?? []).toSorted((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
    counted.set(id, children.length);
    children.forEach((child, index) => {
      const own = place === '' ? String(index + 1) : `${place}.${index + 1}`;
      placed.push({ place: own, name: child.name });
      visit(child.id, own);
    });
  };
  for (const top of nodes.filter(isTop)) visit(top.id, '');
  const ofTasks = taskNodes.map((id) => {
    const count = (counted.get(id) ?? 0) + 1;
    counted.set(id, count);
    const place = placeOf.get(id) ?? '';
    return place === '' ? String(count) : `${place}.${count}`;
  });
  // A branch that nothing hangs on would be an activity without work.
  const used = new Set(ofTasks.flatMap(placesAbove));
  return { nodes: placed.filter(({ place }) => used.has(place)), ofTasks };
}

function placesAbove(place: string): readonly string[] {
  const parts = place.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
