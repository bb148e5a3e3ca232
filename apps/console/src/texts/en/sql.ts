export const sql = {
  'code.copy': 'Copy',
  'code.copied': 'Copied',
  'code.copyWhat': 'Copy: {{what}}',

  'sql.title': 'SQL for analysts',
  'sql.about':
    'Documented views and functions over everything that is recorded. They give the same figures as this console, at any point of both times.',
  'sql.parts': 'Parts of this page',
  'sql.part.dictionary': 'Data dictionary',
  'sql.part.samples': 'Sample queries',
  'sql.part.connect': 'Connect',
  'sql.search': 'Find in the dictionary',
  'sql.searchHint': 'cost, plan_id, baseline …',
  'sql.found': 'Views: {{views}}, functions: {{functions}}',
  'sql.nothing': 'Nothing has these words',
  'sql.nothingHelp': 'Names are English. Try a part of a word, such as “risk” or “forecast”.',
  'sql.view': 'view',
  'sql.function': 'function',
  'sql.columnsOf': 'Columns of {{name}}',
  'sql.column': 'Column',
  'sql.type': 'Type',
  'sql.meaning': 'Meaning',
  'sql.firstRows': 'First rows',
  'sql.takes': 'Call',
  'sql.gives': 'Gives',
  'sql.samplesAbout':
    'Each of them is run by a test against the schema that you see here. Names need no schema in front: an analyst’s role has it.',

  'sql.roleTitle': 'Get a role',
  'sql.roleAbout':
    'Whoever runs the installation makes a role for each analyst. The command prints its address with the password, once; it is kept nowhere.',
  'sql.roleWhole':
    'A role reads all clients of the provider. Clients and vendors have their own figures here and in the API.',
  'sql.toolsTitle': 'Connect',
  'sql.door': 'Where the services themselves find the database; from elsewhere it may have another name.',
  'sql.doorHere': 'The database runs on the machine of the services, and only there it is called so.',
  'sql.doorUnknown': 'The address stands in what the command above printed.',
  'sql.tool.psql': 'psql',
  'sql.tool.jdbc': 'JDBC: DBeaver, Tableau, Metabase',
  'sql.tool.odbc': 'ODBC: Excel, Power BI',
  'sql.tool.python': 'Python',
  'sql.limitsTitle': 'What a role may do',
  'sql.limitSeconds': 'A query is stopped after {{seconds}} seconds.',
  'sql.limitConnections': 'It has at most {{connections}} connections at a time.',
  'sql.limitReading': 'It only reads.',
  'sql.limitTenant':
    'It sees the rows of its tenant; row security of the database sees to that, whatever the query says.',
  'sql.limitSchema':
    'Names and types of {{schema}} stay. What must change comes in a new schema beside it. Amounts are in minor units (cents), work in minutes.',

  'sql.sample.figure-of-the-console': 'The figure of the console, by SQL',
  'sql.sampleAbout.figure-of-the-console':
    'SPI(t) and every other key figure as it was last measured. Ask the API with the same plan, as_of and cut, and it gives the same number.',
  'sql.sample.cost-then-and-now': 'What a past Friday cost, as known then and as known now',
  'sql.sampleAbout.cost-then-and-now':
    'Actual cost up to an instant of business time, at two instants of knowledge: late corrections show as a difference.',
  'sql.sample.forecast-moves': 'How the forecast finish of each plan moved',
  'sql.sampleAbout.forecast-moves':
    'Every calculation of a schedule, with the time by which its finish differs from the one before.',
  'sql.sample.late-activities': 'Activities that will finish after their baseline',
  'sql.sampleAbout.late-activities': 'The approved baseline beside the newest calculation, the latest first.',
  'sql.sample.open-risks': 'Open risks, the severest first',
  'sql.sampleAbout.open-risks': 'With what is planned against them and when they are looked at again.',
  'sql.sample.clocks-by-severity': 'Service levels kept and missed, by severity',
  'sql.sampleAbout.clocks-by-severity':
    'Clocks of issues: how many were met in time, met late, or have run over their target.',
  'sql.sample.decisions-waiting': 'How long decisions wait',
  'sql.sampleAbout.decisions-waiting': 'Approvals that are open or were answered, with the days between.',
  'sql.sample.late-recording': 'How late things are recorded',
  'sql.sampleAbout.late-recording':
    'Days between what happened and its record, at the 50th and 95th of a hundred, by type of event.',
  'sql.sample.who-does-what': 'What was recorded in the last week',
  'sql.sampleAbout.who-does-what': 'Events by day and type: a first look at where the work is.',
  'sql.sample.how-fresh': 'How fresh all this is',
  'sql.sampleAbout.how-fresh': 'Per service: up to when everything recorded has been taken in.',

  'sql.command.open': 'SQL: data dictionary',
  'sql.command.samples': 'SQL: sample queries',
  'sql.command.connect': 'SQL: connect a tool',
  'sql.command.search': 'Find in the data dictionary',
} as const;
