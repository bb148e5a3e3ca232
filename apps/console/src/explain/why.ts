/** Which figure is explained beside the page. It lives in the URL, so that a link shows it to others. */
export interface Why {
  /** Id of the figure: `CPI`. */
  readonly why?: string;
  /** The plan whose figure it is. */
  readonly whyOf?: string;
  /** The one activity whose facts are wanted. */
  readonly whyIn?: string;
}

/** Reads it from a page's search part; half a question counts as none. */
export function whyIn({ why, whyOf, whyIn: activity }: Readonly<Record<string, unknown>>): Why {
  if (typeof why !== 'string' || !why || typeof whyOf !== 'string' || !whyOf) return {};
  return { why, whyOf, ...(typeof activity === 'string' && activity && { whyIn: activity }) };
}
