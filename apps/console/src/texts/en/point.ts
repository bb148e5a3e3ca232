export const point = {
  'point.region': 'Point in time',
  'point.asOf': 'As of',
  'point.knownAt': 'Known as of',
  'point.now': 'Now, as known now',
  'point.toNow': 'Back to now',
  'point.past': 'The past: {{asOf}}, as known now',
  'point.known': 'Now, as known on {{knownAt}}',
  'point.both': 'The past: {{asOf}}, as known on {{knownAt}}',
} as const;
