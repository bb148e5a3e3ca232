import { escapeLiteral } from 'pg';

/** A column of a view: its name, which is a promise; what it is made from; what it means. */
export type Column = readonly [name: string, expression: string, about: string];

export interface DocumentedView {
  readonly name: string;
  /** What a row is, and what would surprise. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly from: string;
}

export interface DocumentedFunction {
  readonly name: string;
  readonly about: string;
  /** With types and defaults. */
  readonly takes: string;
  readonly gives: string;
  /** All after `returns`: language, properties, body. */
  readonly body: string;
}

/** Schema that analysts read. A name or type that must change gets a new schema; this one only grows. */
export const SCHEMA = 'analytics_v1';

/** A view without its comments can never come about: both are made here. */
export function viewStatements({ name, about, columns, from }: DocumentedView): readonly string[] {
  const view = `${SCHEMA}.${name}`;
  const list = columns.map(([column, expression]) => `${expression} as ${column}`).join(',\n  ');
  return [
    // The asker's own rights and row security hold, not the owner's.
    `create view ${view} with (security_invoker = true) as select\n  ${list}\n${from}`,
    `comment on view ${view} is ${escapeLiteral(about)}`,
    ...columns.map(([column, , text]) => `comment on column ${view}.${column} is ${escapeLiteral(text)}`),
  ];
}

export function functionStatements({ name, about, takes, gives, body }: DocumentedFunction): readonly string[] {
  return [
    `create function ${SCHEMA}.${name}(${takes}) returns ${gives} ${body}`,
    `comment on function ${SCHEMA}.${name} is ${escapeLiteral(about)}`,
  ];
}

/** Where a row belongs: these three stand in every view. `of` is the table that knows them. */
export const placeColumns = (of: string): readonly Column[] => [
  ['tenant_id', `${of}.tenant`, 'Tenant that the row belongs to; an analyst sees one.'],
  ['client_id', `${of}.client`, 'Client that the row belongs to (dim_client); null where it belongs to none.'],
  ['engagement_id', `${of}.engagement`, 'Engagement that it belongs to (dim_engagement); null where to none.'],
];

/** How a row came to be known: these stand in every view of facts. */
export const originColumns = (of: string): readonly Column[] => [
  [
    'effective_at',
    `${of}.effective`,
    'Business time: from when on it holds. Year 1000 means that it holds at any time.',
  ],
  ['recorded_at', `${of}.recorded`, 'Knowledge time: when its event was recorded.'],
  ['event_id', `${of}.event`, 'Event that said so (fact_event).'],
];
