import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { pointIn, type WantedPoint } from './point.ts';

/** Dragging asks for figures when the hand rests for as long; the sentence and the thumb follow at once. */
const REST_MS = 150;

export interface GoTo {
  /** What the bar shows: where the hand is, else what the address says. */
  readonly shown: WantedPoint;
  readonly go: (next: WantedPoint) => void;
  readonly drag: (next: WantedPoint) => void;
}

/** Moves the page to another point in both times. A drag leaves one step in the browser's history, not fifty. */
export function useGoTo(point: WantedPoint): GoTo {
  const navigate = useNavigate();
  const [dragged, setDragged] = useState<WantedPoint>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDragging = useRef(false);

  const goTo = (next: WantedPoint, replace: boolean) =>
    void navigate({
      to: '.',
      replace,
      resetScroll: false,
      search: (search: Record<string, unknown>) => ({ ...withoutPoint(search), ...pointIn({ ...next }) }),
    });

  const { asOf, knownAt } = point;
  useEffect(() => {
    setDragged(undefined);
  }, [asOf, knownAt]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    shown: dragged ?? point,
    go: (next) => {
      clearTimeout(timer.current);
      isDragging.current = false;
      goTo(next, false);
    },
    drag: (next) => {
      setDragged(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        goTo(next, isDragging.current);
        isDragging.current = true;
      }, REST_MS);
    },
  };
}

function withoutPoint(search: Record<string, unknown>): Record<string, unknown> {
  const { asOf: _asOf, knownAt: _knownAt, ...rest } = search;
  return rest;
}
