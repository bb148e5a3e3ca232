import { Code, Count, Hash, Id, Instant, ListOf, MapOf, OneOf, Optional, Text } from '@bw/contracts-base';
import { noteCodes, type NoteCode, type RowStatus } from './import-report.ts';

/** `?plan=` or `?calendar=`: what the file is for. */
export class ImportQuery {
  @Id({ optional: true }) readonly plan?: string;
  @Id({ optional: true }) readonly calendar?: string;
}

export class AcceptBody {
  /** What becomes of quarantined rows: they keep the import from being taken (the default), or stay out of it. */
  @Optional() @OneOf('refuse', 'leave-out') readonly quarantined?: 'refuse' | 'leave-out';
}

export class NoteView {
  @OneOf(...noteCodes) readonly code!: NoteCode;
  @Text(2_000) readonly detail!: string;
  /** 1-based, as the file shows it. */
  @Optional() @Count() readonly row?: number;
  @Code({ optional: true, max: 3 }) readonly column?: string;
}

export class RowView {
  @Count() readonly row!: number;
  @Text(60, { optional: true }) readonly code?: string;
  @OneOf('accepted', 'repaired', 'quarantined', 'blank') readonly status!: RowStatus;
  @ListOf(() => NoteView, { max: 1_000 }) readonly notes!: readonly NoteView[];
}

/** What was made of a file; its rows are a list of their own. */
export class ImportView {
  @Id() readonly importId!: string;
  @OneOf('plan', 'calendar') readonly kind!: 'plan' | 'calendar';
  /** The plan or calendar that it is for. */
  @Id() readonly target!: string;
  /** `blocked`: something in it cannot be taken; why stands in its problems and rows. */
  @OneOf('ready', 'blocked', 'accepted') readonly status!: 'ready' | 'blocked' | 'accepted';
  @Text(300) readonly fileName!: string;
  @Hash() readonly fileHash!: string;
  @OneOf('csv', 'xlsx') readonly format!: 'csv' | 'xlsx';
  @Text(40, { optional: true }) readonly encoding?: string;
  @Text(100, { optional: true }) readonly sheet?: string;
  @Optional() @Count() readonly headerRow?: number;
  /** Field to header of the column that was read for it. */
  @MapOf(Text(200), { max: 30 }) readonly columns!: Readonly<Record<string, string>>;
  @MapOf(Count(), { max: 30 }) readonly counts!: Readonly<Record<string, number>>;
  /** Why nothing of it can be taken. */
  @ListOf(() => NoteView, { max: 1_000 }) readonly problems!: readonly NoteView[];
  /** About the file as a whole. */
  @ListOf(() => NoteView, { max: 1_000 }) readonly notes!: readonly NoteView[];
  @Instant() readonly createdAt!: string;
  @Instant({ optional: true }) readonly acceptedAt?: string;
}
