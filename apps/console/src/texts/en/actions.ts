export const actions = {
  'actions.undo': 'Undo',
  'actions.forGood': 'This cannot be undone.',
  'actions.notRecorded': 'Not recorded',
  'actions.recordedButBehind': 'It is recorded. The figures are still catching up and will show it shortly.',
} as const;
