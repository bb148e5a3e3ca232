/** Ctrl/Cmd Z takes back what was done last, as long as its notice stands. In a field the key is the field's own. */
const offered: (() => void)[] = [];
let listening = false;

export function offerUndo(undo: () => void): void {
  offered.push(undo);
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    const last = offered.at(-1);
    if (!isUndo || !last || isField(event.target)) return;
    event.preventDefault();
    last();
  });
}

export function forgetUndo(undo: () => void): void {
  const index = offered.indexOf(undo);
  if (index >= 0) offered.splice(index, 1);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
