import {
  Code,
  Count,
  CurrencyCode,
  Flag,
  Hash,
  Id,
  Instant,
  ListOf,
  MapOf,
  OneOf,
  Optional,
  Text,
  ZoneName,
} from '@bw/contracts-base';
import { type FileFormat, fileFormats } from './read-file.ts';
import { noteCodes, type NoteCode, type RowChange, type RowStatus } from './import-report.ts';

/** `?plan=` or `?calendar=`: what the file is for. */
export class ImportQuery {
  @Id({ optional: true }) readonly plan?: string;
  @Id({ optional: true }) readonly calendar?: string;
  /** With a plan that does not exist yet: the engagement for which it is made once the import is accepted. */
  @Id({ optional: true }) readonly engagement?: string;
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
  /** What it does to the plan. */
  @Optional() @OneOf('added', 'changed', 'unchanged') readonly change?: RowChange;
  /** What stands in it, by field. */
  @MapOf(Text(500), { max: 30, optional: true }) readonly cells?: Readonly<Record<string, string>>;
  @ListOf(() => NoteView, { max: 1_000 }) readonly notes!: readonly NoteView[];
}

/** Which rows are wanted; without it all. */
export class RowsQuery {
  @Optional() @OneOf('accepted', 'repaired', 'quarantined', 'blank') readonly status?: RowStatus;
  @Optional() @OneOf('added', 'changed', 'unchanged') readonly change?: RowChange;
}

/** What made a plan that did not exist before the import. */
export class NewPlanBody {
  @Text(200) readonly title!: string;
  @ZoneName() readonly zone!: string;
  @CurrencyCode() readonly currency!: string;
  @Id() readonly calendarId!: string;
  /** Without it the file's earliest date counts. */
  @Instant({ optional: true }) readonly projectStart?: string;
}

/** How much of a file is taken at most. */
export class LimitsView {
  @Count() readonly fileBytes!: number;
  @Count() readonly unpackedBytes!: number;
  @Count() readonly rows!: number;
  @Count() readonly columns!: number;
  @Count() readonly facts!: number;
}

export class SheetRowView {
  @Count() readonly row!: number;
  /** By letter of the column; empty ones are left out. */
  @MapOf(Text(120), { max: 60 }) readonly cells!: Readonly<Record<string, string>>;
}

export class SheetView {
  @Text(100) readonly name!: string;
  @Count() readonly rows!: number;
  @Count() readonly columns!: number;
  @ListOf(() => SheetRowView, { max: 30 }) readonly first!: readonly SheetRowView[];
}

/** How a file is laid out and which columns were recognised; nothing of it is kept. */
export class LayoutView {
  @OneOf(...fileFormats) readonly format!: FileFormat;
  @Text(40, { optional: true }) readonly encoding?: string;
  @ListOf(() => SheetView, { max: 50 }) readonly sheets!: readonly SheetView[];
  @Text(100, { optional: true }) readonly sheet?: string;
  @Optional() @Count() readonly headerRow?: number;
  /** Field to letter of its column. */
  @MapOf(Text(3), { max: 30 }) readonly columns!: Readonly<Record<string, string>>;
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
  @OneOf(...fileFormats) readonly format!: FileFormat;
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
  /** Codes of the plan that the file does not name: they stay as they are. At most 500 of them. */
  @Optional() @ListOf(Code(), { max: 500 }) readonly missing?: readonly string[];
  /** When the plan starts; of a new plan it may come from the file. */
  @Instant({ optional: true }) readonly projectStart?: string;
  /** The plan is made together with the import. */
  @Flag({ optional: true }) readonly makesPlan?: boolean;
  @Instant() readonly createdAt!: string;
  @Instant({ optional: true }) readonly acceptedAt?: string;
}
