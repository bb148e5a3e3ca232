/** What stands below a tick: the month at its first day, with the year in January; else the day. */
export function tickLabel(at: number, locale: string): string {
  const day = new Date(at);
  const isFirst = day.getUTCDate() === 1;
  const isJanuary = day.getUTCMonth() === 0;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'short',
    ...(isFirst && isJanuary && { year: 'numeric' }),
    ...(!isFirst && { day: 'numeric' }),
  }).format(day);
}

export const dayLabel = (at: string | number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(at));
