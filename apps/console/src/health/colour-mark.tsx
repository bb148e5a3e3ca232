import type { ReactNode } from 'react';
import type { Colour } from '../api/views.ts';

const SIZE = 12;

/** A shape for each colour, so that it can be told without seeing colours: square, triangle, circle, dash. */
export function ColourMark({ colour }: { readonly colour: Colour }) {
  return (
    <svg width={SIZE} height={SIZE} viewBox="0 0 12 12" aria-hidden className={`mark colour-${colour}`}>
      {SHAPES[colour]}
    </svg>
  );
}

const SHAPES: Readonly<Record<Colour, ReactNode>> = {
  red: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  amber: <path d="M6 1 11.2 10.8H0.8Z" fill="currentColor" />,
  green: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  unknown: <path d="M2 6H10" stroke="currentColor" strokeWidth="2" />,
};
