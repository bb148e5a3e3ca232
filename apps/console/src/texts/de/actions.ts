export const actions = {
  'actions.undo': 'Rückgängig',
  'actions.forGood': 'Das lässt sich nicht rückgängig machen.',
  'actions.notRecorded': 'Nicht gespeichert',
  'actions.recordedButBehind': 'Es ist gespeichert. Die Zahlen holen noch auf und zeigen es in Kürze.',
} as const;
