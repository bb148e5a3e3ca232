export const actions = {
  'actions.undo': 'Undo',
  'actions.forGood': 'This cannot be undone.',
  'actions.notRecorded': 'Not recorded',
  'actions.recordedButBehind': 'It is recorded. The figures are still catching up and will show it shortly.',
  'actions.discard': 'Discard',
  'actions.keys': 'Esc closes and keeps what you typed. Ctrl Enter sends.',
  'actions.more': 'More actions',
  'actions.past': 'This is the past. Go back to now to change anything.',
  'conflict.title': 'Somebody was faster',
  'conflict.about': 'What you saw is no longer what there is. This happened meanwhile:',
  'conflict.meanwhile': 'What happened meanwhile',
  'conflict.again': 'Apply mine to the new state',
} as const;
