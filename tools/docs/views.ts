import { mdTable } from './markdown.ts';

export const VIEWS_PAGE = 'docs/reference/views.md';

/** What the API says that analysts may read; the database itself said it to the API. */
export interface Dictionary {
  readonly schema: string;
  readonly about: string;
  readonly views: readonly {
    readonly name: string;
    readonly about: string;
    readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
  }[];
  readonly functions: readonly {
    readonly name: string;
    readonly takes: string;
    readonly gives: string;
    readonly about: string;
  }[];
  readonly samples: readonly { readonly title: string; readonly about: string; readonly sql: string }[];
}

/** The page about the analysts' views. */
export function viewsPage({ schema, about, views, functions, samples }: Dictionary): string {
  const sections = [
    `# Views of ${schema}`,
    'Generated from the comments in the database: `node tools/docs/main.ts --write`. [Query with SQL](../how-to/query-with-sql.md)' +
      ' says how to get at them. Names and types are a promise: the schema only grows.',
    about,
    ...views.flatMap((view) => [
      `## ${view.name}`,
      view.about,
      mdTable(
        ['column', 'type', 'what'],
        view.columns.map(({ name, type, about: what }) => [`\`${name}\``, type, what]),
      ),
    ]),
    '## Functions',
    mdTable(
      ['function', 'gives', 'what'],
      functions.map(({ name, takes, gives, about: what }) => [`\`${name}(${takes})\``, gives, what]),
    ),
    '## Queries to begin with',
    ...samples.flatMap(({ title, about: what, sql }) => [`### ${title}`, what, ['```sql', sql, '```'].join('\n')]),
  ];
  return `${sections.join('\n\n')}\n`;
}
