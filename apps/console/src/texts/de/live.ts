export const live = {
  'live.live': 'Live: Was geschieht, erscheint sofort',
  'live.reconnecting': 'Seit {{at}} nicht live: Die Verbindung wird neu aufgebaut',
  'live.away': '{{service}} antwortet seit {{since}} nicht. Was er zeigen würde, fehlt, bis er zurück ist.',
  'live.stale':
    '{{service}} antwortet seit {{since}} nicht. Was Sie von ihm sehen, ist von {{lastGood}}; alle paar Sekunden wird neu gefragt.',
  'live.behind':
    '{{service}} nimmt seit {{since}} noch Ereignisse auf, nach einem Neustart oder Neuaufbau. Seine Zahlen können zurückliegen, bis dieser Hinweis verschwindet.',
  'live.clockSlow_one':
    'Die Uhr Ihres Rechners geht {{count}} Minute nach. Laufende Uhren gehen nach der Zeit des Servers.',
  'live.clockSlow_other':
    'Die Uhr Ihres Rechners geht {{count}} Minuten nach. Laufende Uhren gehen nach der Zeit des Servers.',
  'live.clockFast_one':
    'Die Uhr Ihres Rechners geht {{count}} Minute vor. Laufende Uhren gehen nach der Zeit des Servers.',
  'live.clockFast_other':
    'Die Uhr Ihres Rechners geht {{count}} Minuten vor. Laufende Uhren gehen nach der Zeit des Servers.',
  'live.unreachable':
    'Der Server ist nicht erreichbar. Ihre Eingaben sind nicht verloren; versuchen Sie es wieder, wenn die Verbindung steht.',

  'live.service.engagement': 'Der Dienst für Engagements und Entscheidungen',
  'live.service.scheduling': 'Der Dienst für Pläne',
  'live.service.risk': 'Der Dienst für Risiken und Probleme',
  'live.service.reporting': 'Der Dienst für Kennzahlen',
} as const;
