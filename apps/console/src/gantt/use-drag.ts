import { type PointerEvent, useRef, useState } from 'react';
import { daysOf, type Drag } from './drag.ts';
import type { TimeScale } from './time-scale.ts';

const GRIP_PX = 7;
const MEANT_PX = 4;

interface Held {
  readonly id: string;
  readonly mode: Drag['mode'];
  readonly x: number;
}

interface DragUse {
  readonly scale: TimeScale;
  readonly idAt: (place: number) => string | undefined;
  readonly onDrop: (drag: Drag) => void;
}

/** Bars that follow the pointer in whole days. A finger scrolls instead; Escape lets go. */
export function useDrag({ scale, idAt, onDrop }: DragUse) {
  const held = useRef<Held>(null);
  const [drag, setDrag] = useState<Drag>();

  const down = (event: PointerEvent) => {
    const thing = event.target instanceof Element ? event.target.closest<SVGGElement>('[data-drag]') : null;
    if (!thing || event.button !== 0 || event.pointerType === 'touch') return;
    const id = idAt(Number(thing.dataset['place']));
    const bar = thing.querySelector('.gantt-bar');
    if (id === undefined || !bar) return;
    const mode = bar.getBoundingClientRect().right - event.clientX <= GRIP_PX ? 'resize' : 'move';
    held.current = { id, mode, x: event.clientX };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const move = ({ clientX }: PointerEvent) => {
    if (!held.current) return;
    const { id, mode, x } = held.current;
    if (!drag && Math.abs(clientX - x) < MEANT_PX) return;
    const days = daysOf(clientX - x, scale);
    if (days !== drag?.days) setDrag({ id, mode, days });
  };
  const up = () => {
    held.current = null;
    if (drag && drag.days !== 0) onDrop(drag);
    setDrag(undefined);
    return drag !== undefined;
  };
  const cancel = () => {
    held.current = null;
    setDrag(undefined);
  };
  return { drag, down, move, up, cancel, isHeld: () => held.current !== null };
}
