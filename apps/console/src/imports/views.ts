/** What the service says of files, as far as the wizard shows it. */
export interface Note {
  readonly code: string;
  readonly detail: string;
  readonly row?: number;
  readonly column?: string;
}

export interface Limits {
  readonly fileBytes: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetLayout {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly first: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[];
}

export interface Layout {
  readonly format: string;
  readonly encoding?: string;
  readonly sheets: readonly SheetLayout[];
  readonly sheet?: string;
  readonly headerRow?: number;
  /** Field to letter of its column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
}

export interface ImportReport {
  readonly importId: string;
  readonly kind: 'plan' | 'calendar';
  readonly target: string;
  readonly status: 'ready' | 'blocked' | 'accepted';
  readonly fileName: string;
  readonly format: string;
  readonly sheet?: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Note[];
  readonly notes: readonly Note[];
  readonly missing?: readonly string[];
  readonly projectStart?: string;
  readonly makesPlan?: boolean;
}

export interface ImportRow {
  readonly row: number;
  readonly code?: string;
  readonly status: 'accepted' | 'repaired' | 'quarantined' | 'blank';
  readonly change?: 'added' | 'changed' | 'unchanged';
  readonly cells?: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
}

export interface PlanChoice {
  readonly planId: string;
  readonly title: string;
}

export interface CalendarChoice {
  readonly calendarId: string;
  readonly engagementId?: string;
  readonly name: string;
  readonly published: boolean;
}
