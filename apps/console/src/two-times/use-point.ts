import { getRouteApi } from '@tanstack/react-router';
import { pointIn, type WantedPoint } from './point.ts';

const route = getRouteApi('/frame');

/** The point in both times that the address names. */
export function usePoint(): WantedPoint {
  return route.useSearch({ select: (search) => pointIn({ ...search }) });
}
