import { Code, CurrencyCode, Id, MapOf, Minutes, Count, OneOf, Optional, Text, ZoneName } from '@bw/contracts-base';
import { type EarningRule, earningRules } from '@bw/contracts-scheduling';

/** Columns of a plan that an import can read. */
export const planFields = [
  'code',
  'name',
  'wbs',
  'type',
  'milestone',
  'predecessors',
  'start',
  'finish',
  'duration',
  'resources',
  'resourceCost',
  'fixedCost',
  'costPerHour',
  'variableCost',
  'totalCost',
  'earningRule',
] as const;
export type PlanField = (typeof planFields)[number];

/** What a person says about a file beside what it says itself. Whatever is absent is detected, and told in the report. */
export class ImportMapping {
  /** Of a workbook; else the sheet whose header fits best. */
  @Text(100, { optional: true }) readonly sheet?: string;
  /** 1-based number of the last header row. */
  @Count({ optional: true, min: 1, max: 1_000 }) readonly headerRow?: number;
  /** Field to column: the header's text, `column C`, or a letter such as `C`; `-` where no column is to be read for it. */
  @MapOf(Text(200), { max: 30, optional: true }) readonly columns?: Readonly<Record<string, string>>;
  /** Of the file's local times. */
  @ZoneName({ optional: true }) readonly zone?: string;
  @CurrencyCode({ optional: true }) readonly currency?: string;
  @Optional() @OneOf('dmy', 'mdy', 'ymd') readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  @Optional() @OneOf('point', 'comma') readonly decimal?: 'point' | 'comma';
  @Code({ optional: true, max: 40 }) readonly encoding?: string;
  @Optional() @OneOf(',', ';', '\t', '|') readonly delimiter?: string;
  /** Working minutes of one day and one week, where the file does not mean the calendar's. */
  @Minutes({ optional: true }) readonly dayMinutes?: number;
  @Minutes({ optional: true }) readonly weekMinutes?: number;
  /** For rows without a rule of their own. */
  @Optional() @OneOf(...earningRules) readonly earningRule?: EarningRule;
  /** Calendar that the file's activities follow; else the plan's. */
  @Id({ optional: true }) readonly calendarId?: string;
}
