const ENGAGEMENT = /^\/engagements\/([0-9a-f-]{36})(?:\/|$)/;

/** The engagement and the plan that an address names. */
export function placeIn(
  path: string,
  search: Readonly<Record<string, unknown>>,
): { readonly engagement?: string; readonly plan?: string } {
  const [, engagement] = ENGAGEMENT.exec(path) ?? [];
  const { plan } = search;
  return { ...(engagement && { engagement }), ...(typeof plan === 'string' && plan && { plan }) };
}
