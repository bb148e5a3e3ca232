export const gantt = {
  'gantt.resize': 'Width of the column {{name}}',
  'gantt.expand': 'Show what lies below',
  'gantt.collapse': 'Hide what lies below',
} as const;
