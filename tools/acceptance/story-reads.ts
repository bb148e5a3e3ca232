import type { Office } from '../product/office.ts';

interface Overview {
  readonly engagement: { readonly state: string };
}

export interface KeyFigure {
  readonly kpi: string;
  readonly status: string;
  readonly value?: string;
}

export interface IssueSeen {
  readonly state: string;
  readonly origin: { readonly kind: string; readonly kpi?: string };
  readonly clocks: readonly {
    readonly clock: string;
    readonly state: string;
    readonly elapsedMinutes: number;
    readonly warnedBp?: number;
  }[];
  readonly escalations: readonly { readonly role?: string; readonly level: number; readonly state: string }[];
}

export async function stateOf(office: Office, engagement: string): Promise<string> {
  const director = await office.as('director');
  return (await director.get<Overview>(`/api/v1/overviews/${engagement}`)).engagement.state;
}

export async function keyFigureOf(office: Office, engagement: string, kpi: string): Promise<KeyFigure> {
  const director = await office.as('director');
  const { items } = await director.get<{ readonly items: readonly KeyFigure[] }>('/api/v1/kpis', { engagement });
  const found = items.find((each) => each.kpi === kpi);
  if (!found) throw new Error(`The engagement has no key figure ${kpi}.`);
  return found;
}

/** The issue that a key figure has raised. */
export async function issueOf(office: Office, engagement: string, kpi: string): Promise<IssueSeen | undefined> {
  const director = await office.as('director');
  const { items } = await director.get<{ readonly items: readonly IssueSeen[] }>('/api/v1/issue-clocks', {
    engagement,
  });
  return items.find(({ origin }) => origin.kpi === kpi);
}

/** How many events of a type about a key figure the feed has. */
export async function typesInFeed(office: Office, type: string, kpi: string): Promise<number> {
  const director = await office.as('director');
  const events = await director.events(0, { types: type, limit: 1_000 });
  return events.filter(({ data }) => (data as { readonly kpi?: string } | undefined)?.kpi === kpi).length;
}
