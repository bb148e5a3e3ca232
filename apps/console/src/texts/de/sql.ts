export const sql = {
  'code.copy': 'Kopieren',
  'code.copied': 'Kopiert',
  'code.copyWhat': 'Kopieren: {{what}}',

  'sql.title': 'SQL für Analysten',
  'sql.about':
    'Beschriebene Sichten und Funktionen über alles, was erfasst ist. Sie liefern dieselben Zahlen wie diese Konsole, zu jedem Punkt beider Zeiten.',
  'sql.parts': 'Teile dieser Seite',
  'sql.part.dictionary': 'Datenverzeichnis',
  'sql.part.samples': 'Beispielabfragen',
  'sql.part.connect': 'Verbinden',
  'sql.search': 'Im Verzeichnis suchen',
  'sql.searchHint': 'cost, plan_id, baseline …',
  'sql.found': 'Sichten: {{views}}, Funktionen: {{functions}}',
  'sql.nothing': 'Nichts enthält diese Wörter',
  'sql.nothingHelp': 'Die Namen sind englisch. Versuchen Sie einen Wortteil wie „risk“ oder „forecast“.',
  'sql.view': 'Sicht',
  'sql.function': 'Funktion',
  'sql.columnsOf': 'Spalten von {{name}}',
  'sql.column': 'Spalte',
  'sql.type': 'Typ',
  'sql.meaning': 'Bedeutung',
  'sql.firstRows': 'Erste Zeilen',
  'sql.takes': 'Aufruf',
  'sql.gives': 'Liefert',
  'sql.samplesAbout':
    'Jede davon führt ein Test gegen das Schema aus, das Sie hier sehen. Namen brauchen kein Schema davor: Die Rolle eines Analysten hat es.',

  'sql.roleTitle': 'Eine Rolle bekommen',
  'sql.roleAbout':
    'Wer die Installation betreibt, legt für jeden Analysten eine Rolle an. Der Befehl zeigt ihre Adresse mit dem Passwort einmal; aufbewahrt wird es nirgends.',
  'sql.roleWhole':
    'Eine Rolle liest alle Kunden des Dienstleisters. Kunden und Lieferanten haben ihre eigenen Zahlen hier und in der API.',
  'sql.toolsTitle': 'Verbinden',
  'sql.door': 'Unter dieser Adresse finden die Dienste die Datenbank; von anderswo heißt sie vielleicht anders.',
  'sql.doorHere': 'Die Datenbank läuft auf der Maschine der Dienste, und nur dort heißt sie so.',
  'sql.doorUnknown': 'Die Adresse steht in dem, was der Befehl oben ausgegeben hat.',
  'sql.tool.psql': 'psql',
  'sql.tool.jdbc': 'JDBC: DBeaver, Tableau, Metabase',
  'sql.tool.odbc': 'ODBC: Excel, Power BI',
  'sql.tool.python': 'Python',
  'sql.limitsTitle': 'Was eine Rolle darf',
  'sql.limitSeconds': 'Eine Abfrage wird nach {{seconds}} Sekunden abgebrochen.',
  'sql.limitConnections': 'Sie hat höchstens {{connections}} Verbindungen gleichzeitig.',
  'sql.limitReading': 'Sie liest nur.',
  'sql.limitTenant':
    'Sie sieht die Zeilen ihres Mandanten; dafür sorgt die Zeilensicherheit der Datenbank, was immer die Abfrage sagt.',
  'sql.limitSchema':
    'Namen und Typen von {{schema}} bleiben. Was sich ändern muss, kommt in einem neuen Schema daneben. Beträge stehen in kleinsten Einheiten (Cent), Arbeit in Minuten.',

  'sql.sample.figure-of-the-console': 'Die Zahl der Konsole, mit SQL',
  'sql.sampleAbout.figure-of-the-console':
    'SPI(t) und jede andere Kennzahl, wie sie zuletzt gemessen wurde. Fragen Sie die API mit demselben Plan, as_of und cut: Sie gibt dieselbe Zahl.',
  'sql.sample.cost-then-and-now': 'Was bis zu einem vergangenen Freitag ausgegeben war, damals und heute bekannt',
  'sql.sampleAbout.cost-then-and-now':
    'Ist-Kosten bis zu einem fachlichen Zeitpunkt, zu zwei Zeitpunkten des Wissens: Späte Korrekturen zeigen sich als Unterschied.',
  'sql.sample.forecast-moves': 'Wie sich das voraussichtliche Ende jedes Plans bewegt hat',
  'sql.sampleAbout.forecast-moves':
    'Jede Berechnung eines Terminplans, mit der Zeit, um die sich ihr Ende von der davor unterscheidet.',
  'sql.sample.late-activities': 'Vorgänge, die nach ihrem Basisplan enden werden',
  'sql.sampleAbout.late-activities': 'Der genehmigte Basisplan neben der neuesten Berechnung, das Späteste zuerst.',
  'sql.sample.open-risks': 'Offene Risiken, die schwersten zuerst',
  'sql.sampleAbout.open-risks': 'Mit dem, was dagegen geplant ist, und wann sie wieder angesehen werden.',
  'sql.sample.clocks-by-severity': 'Eingehaltene und verfehlte Servicezusagen nach Schwere',
  'sql.sampleAbout.clocks-by-severity':
    'Uhren von Vorfällen: wie viele rechtzeitig oder zu spät erfüllt wurden oder über ihr Ziel gelaufen sind.',
  'sql.sample.decisions-waiting': 'Wie lange Entscheidungen warten',
  'sql.sampleAbout.decisions-waiting': 'Offene und beantwortete Freigaben, mit den Tagen dazwischen.',
  'sql.sample.late-recording': 'Wie spät erfasst wird',
  'sql.sampleAbout.late-recording':
    'Tage zwischen Geschehen und Erfassung, beim 50. und 95. von hundert, je Art des Ereignisses.',
  'sql.sample.who-does-what': 'Was in der letzten Woche erfasst wurde',
  'sql.sampleAbout.who-does-what': 'Ereignisse nach Tag und Art: ein erster Blick darauf, wo die Arbeit ist.',
  'sql.sample.how-fresh': 'Wie frisch das alles ist',
  'sql.sampleAbout.how-fresh': 'Je Dienst: bis wann alles Erfasste übernommen ist.',

  'sql.command.open': 'SQL: Datenverzeichnis',
  'sql.command.samples': 'SQL: Beispielabfragen',
  'sql.command.connect': 'SQL: Werkzeug verbinden',
  'sql.command.search': 'Im Datenverzeichnis suchen',
};
