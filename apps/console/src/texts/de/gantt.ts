export const gantt = {
  'gantt.resize': 'Breite der Spalte {{name}}',
  'gantt.expand': 'Darunterliegendes zeigen',
  'gantt.collapse': 'Darunterliegendes verbergen',
};
