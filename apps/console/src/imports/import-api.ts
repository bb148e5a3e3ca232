import { command, read, readText, type Reply, sendForm } from '../api/request.ts';
import type { ImportReport, Layout } from './views.ts';

const IMPORTS = '/api/v1/imports';

/** What a new plan is made with. */
export interface NewPlan {
  readonly planId: string;
  readonly title: string;
  readonly zone: string;
  readonly currency: string;
  readonly calendarId: string;
  /** Instant; without it the file's earliest date counts. */
  readonly projectStart?: string;
}

/** Where a file is to go. */
export type Target = { readonly plan: string } | { readonly engagement: string; readonly newPlan: NewPlan };

export function readLayout(file: File): Promise<Layout> {
  return sendForm<Layout>(`${IMPORTS}/layout`, formOf(file), crypto.randomUUID());
}

/** What would become of the file; nothing changes yet. */
export function previewFile(
  file: File,
  mapping: Readonly<Record<string, unknown>>,
  target: Target,
): Promise<ImportReport> {
  const form = formOf(file, { mapping: JSON.stringify(mapping) });
  if ('plan' in target) return sendForm<ImportReport>(`${IMPORTS}?plan=${target.plan}`, form, crypto.randomUUID());
  const { planId, ...plan } = target.newPlan;
  form.append('plan', JSON.stringify(plan));
  const query = new URLSearchParams({ plan: planId, engagement: target.engagement });
  return sendForm<ImportReport>(`${IMPORTS}?${query}`, form, crypto.randomUUID());
}

/** Takes the file over; the same import twice is taken once. */
export function acceptImport(importId: string, quarantined: 'refuse' | 'leave-out'): Promise<Reply> {
  return command(
    'POST',
    `${IMPORTS}/${importId}/accept`,
    { quarantined },
    { key: `accept-${importId}-${quarantined}` },
  );
}

export const readReport = (importId: string): Promise<ImportReport> => read<ImportReport>(`${IMPORTS}/${importId}`);

/** Saves the rows that were not taken as a file. */
export async function saveQuarantine({ importId, fileName }: ImportReport): Promise<void> {
  const text = await readText(`${IMPORTS}/${importId}/quarantine`);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `${fileName.replace(/\.[^.]+$/, '')}-quarantine.csv`,
  });
  link.click();
  URL.revokeObjectURL(url);
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** Monday to Friday, nine to five: for those who have no calendar yet. */
export async function makeUsualCalendar(engagementId: string, name: string, zone: string): Promise<string> {
  const calendarId = crypto.randomUUID();
  const shifts = WORKDAYS.map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
  await command('PUT', `/api/v1/calendars/${calendarId}`, { engagementId, name, zone, shifts });
  await command('POST', `/api/v1/calendars/${calendarId}/publish`, {});
  return calendarId;
}

function formOf(file: File, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}
