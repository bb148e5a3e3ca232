export const live = {
  'live.live': 'Live: what happens shows at once',
  'live.reconnecting': 'Not live since {{at}}: connecting again',
  'live.away': '{{service}} does not answer since {{since}}. What it would show is missing until it is back.',
  'live.stale':
    '{{service}} does not answer since {{since}}. What you see of it is as of {{lastGood}}; it is asked again every few seconds.',
  'live.behind':
    '{{service}} is still taking in events since {{since}}, after a restart or a rebuild. Its figures may be behind until this note goes.',
  'live.clockSlow_one': 'The clock of your computer is {{count}} minute slow. Running clocks go by the server’s time.',
  'live.clockSlow_other':
    'The clock of your computer is {{count}} minutes slow. Running clocks go by the server’s time.',
  'live.clockFast_one': 'The clock of your computer is {{count}} minute fast. Running clocks go by the server’s time.',
  'live.clockFast_other':
    'The clock of your computer is {{count}} minutes fast. Running clocks go by the server’s time.',
  'live.unreachable': 'The server cannot be reached. Your changes are not lost; try again when the connection is back.',

  'live.service.engagement': 'The service for engagements and decisions',
  'live.service.scheduling': 'The service for plans',
  'live.service.risk': 'The service for risks and issues',
  'live.service.reporting': 'The service for figures',
} as const;
