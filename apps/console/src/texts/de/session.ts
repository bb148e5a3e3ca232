export const session = {
  'session.about':
    'Ausgelagerte IT-Projekte in Zahlen, die sich selbst erklären: von welchem Stand, nach welchem Wissen, wegen welcher Ereignisse.',
  'session.signIn': 'Anmelden',
  'session.signingIn': 'Anmeldung läuft',
  'session.back': 'Zurück zur Anmeldung',
  'session.closeThis': 'Sie sind angemeldet. Dieses Fenster kann geschlossen werden.',
  'session.ended': 'Ihre Sitzung ist abgelaufen',
  'session.endedAbout':
    'Melden Sie sich in einem eigenen Fenster neu an: Diese Seite bleibt, wie sie ist, mit allem, was Sie eingegeben haben, und macht von selbst weiter.',
  'session.again': 'Neu anmelden',
  'session.here': 'Oder hier; dann geht die Eingabe verloren',
} as const;
