/** The places of the tour, in order. */
export const STEPS = [
  { id: 'portfolio', target: 'main h1' },
  { id: 'why', target: '.figure-button' },
  { id: 'point', target: '[data-tour="point"]' },
  { id: 'switcher', target: '[data-tour="switcher"]' },
  { id: 'search', target: '[data-tour="search"]' },
  { id: 'me', target: '[data-tour="me"]' },
] as const;
