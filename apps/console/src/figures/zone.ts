import { createContext, useContext } from 'react';

/** Whose civil days a part of a page shows: those of its engagement, never those of the reader. */
export const ZoneContext = createContext('UTC');

/** Hand it to `formatDay` and `formatMoment`. */
export const useZone = (): string => useContext(ZoneContext);
