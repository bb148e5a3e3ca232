/** Which figure is explained beside the page. It lives in the URL, so that a link shows it to others. */
export interface Why {
  /** Id of the figure: `CPI`. */
  readonly why?: string;
  /** The plan whose figure it is. */
  readonly whyOf?: string;
}

/** Reads it from a page's search part; half a question counts as none. */
export function whyIn({ why, whyOf }: Readonly<Record<string, unknown>>): Why {
  return typeof why === 'string' && why && typeof whyOf === 'string' && whyOf ? { why, whyOf } : {};
}
