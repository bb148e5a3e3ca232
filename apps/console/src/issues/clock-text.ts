const HOUR = 60;

/** Minutes of a clock as hours and minutes: it may count all hours of a day, so days would mislead. */
export function formatSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The class for a clock's state; a running one has none. */
export function clockTone(state: string): string | undefined {
  if (state.startsWith('breached')) return 'tone-red';
  if (state === 'met-late' || state === 'paused') return 'tone-amber';
  return state === 'met' ? 'tone-green' : undefined;
}
