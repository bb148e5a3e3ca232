export const point = {
  'point.region': 'Zeitpunkt',
  'point.asOf': 'Stand',
  'point.knownAt': 'Wissensstand',
  'point.now': 'Jetzt, nach heutigem Wissen',
  'point.toNow': 'Zurück zu jetzt',
  'point.past': 'Vergangenheit: Stand {{asOf}}, nach heutigem Wissen',
  'point.known': 'Jetzt, nach dem Wissen vom {{knownAt}}',
  'point.both': 'Vergangenheit: Stand {{asOf}}, nach dem Wissen vom {{knownAt}}',
} as const;
