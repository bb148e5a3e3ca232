import { useEffect, useRef } from 'react';
import { isAnyPartOpen, openPart } from '../frame/open-part.ts';
import type { Command } from '../palette/command.ts';
import { useGo, usePlace } from '../palette/use-place.ts';
import { nextKey, NOTHING_TYPED, type Typed } from './keys.ts';

/** Keys of all commands, from anywhere; Ctrl/Cmd K for the palette. In a field or over a dialog keys are what they always are. */
export function useShortcuts(): void {
  const place = usePlace();
  const go = useGo();
  // The listener stays for good; what it needs changes with every page.
  const now = useRef({ place, go });
  now.current = { place, go };

  useEffect(() => {
    let typed: Typed = NOTHING_TYPED;
    let commands: readonly Command[] = [];
    const load = async () => {
      ({ commands } = await import('../palette/commands.ts'));
    };
    const idle = setTimeout(() => void load(), 1_000);

    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPart('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
      const { place: here, go: there } = now.current;
      const choices = commands.filter(({ keys, when }) => keys !== undefined && (when?.(here) ?? true));
      const step = nextKey(choices, typed, event.key, Date.now());
      typed = step.typed;
      if (!step.found) return;
      event.preventDefault();
      step.found.run(there, here);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(idle);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Whether somebody types into something, or something lies over the page. */
function isBusy({ target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || isAnyPartOpen() || document.querySelector('[aria-modal="true"]')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isSlider(target)))
  );
}

const isSlider = (element: HTMLElement): boolean => element instanceof HTMLInputElement && element.type === 'range';
