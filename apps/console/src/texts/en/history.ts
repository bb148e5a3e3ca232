export const history = {
  'history.caption': 'Everything recorded, the latest first',
  'history.what': 'What happened',
  'history.recorded': 'Recorded',
  'history.effective': 'True as of',
  'history.actor': 'By',
  'history.reason': 'Reason',
  'history.event': 'Event',
  'history.corrects': 'corrects {{event}}',
  'history.empty': 'Nothing was recorded by then.',
} as const;
