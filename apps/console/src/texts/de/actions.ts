export const actions = {
  'actions.undo': 'Rückgängig',
  'actions.forGood': 'Das lässt sich nicht rückgängig machen.',
  'actions.notRecorded': 'Nicht gespeichert',
  'actions.recordedButBehind': 'Es ist gespeichert. Die Zahlen holen noch auf und zeigen es in Kürze.',
  'actions.discard': 'Verwerfen',
  'actions.keys': 'Esc schließt und behält das Getippte. Strg Enter sendet ab.',
  'actions.more': 'Weitere Aktionen',
  'actions.past': 'Das ist die Vergangenheit. Zum Ändern zurück zu jetzt.',
  'conflict.title': 'Jemand war schneller',
  'conflict.about': 'Was Sie sahen, ist nicht mehr der Stand. Das geschah inzwischen:',
  'conflict.meanwhile': 'Was inzwischen geschah',
  'conflict.again': 'Meine Änderung auf den neuen Stand anwenden',
} as const;
