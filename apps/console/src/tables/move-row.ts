const ROW = '[data-row-link]';

/** Goes from row to row by keyboard: the focus moves to the link that names the row, so Enter opens it. */
export function moveRow(step: 1 | -1, among: ParentNode = document): void {
  const rows = [...among.querySelectorAll<HTMLElement>(ROW)];
  const now = rows.findIndex((row) => row === document.activeElement);
  const next = now === -1 ? (step === 1 ? 0 : rows.length - 1) : now + step;
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
}

/** Arrows, where they do not scroll: the focus stands on a row. */
export function onRowKey(event: { readonly key: string; readonly target: EventTarget; preventDefault(): void }): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches(ROW)) return;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  moveRow(event.key === 'ArrowDown' ? 1 : -1);
}
