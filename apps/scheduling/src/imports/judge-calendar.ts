import type { Shift } from '@bw/contracts-scheduling';
import { type CivilDay, isCivilDay } from '@bw/kernel';
import { type Note, RowNotebook, type RowReport, UnreadableFile } from './import-report.ts';
import { type Cell, cellAt, columnName, isBlank, type Sheet, type SheetRow, textOf } from './sheet.ts';

export interface CalendarDraft {
  readonly shifts: readonly Shift[];
  readonly days: readonly CivilDay[];
}

export interface JudgedCalendar {
  readonly draft: CalendarDraft;
  readonly rows: readonly RowReport[];
  readonly problems: readonly Note[];
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const TIME = /^([01]?\d|2[0-4]):([0-5]\d)(?::00)?$/;

/**
 * Judges a calendar written as rows of weekday, from, to (`Monday,08:00,12:00`), and of free days (`2026-12-25,,`). The
 * first row is the header.
 */
export function judgeCalendar(sheets: readonly Sheet[]): JudgedCalendar {
  const [sheet] = sheets;
  const [header, ...rows] = sheet?.rows ?? [];
  const names = header?.cells.map((cell) => textOf(cell).toLowerCase()) ?? [];
  const [weekday, from, to] = ['weekday', 'from', 'to'].map((name) => names.indexOf(name));
  if (weekday === undefined || from === undefined || to === undefined || weekday < 0 || from < 0 || to < 0) {
    throw UnreadableFile.because('NO_HEADER', 'needs a header with weekday, from and to', { row: 1 });
  }
  const shifts: Shift[] = [];
  const days: CivilDay[] = [];
  const reports = rows.map((row): RowReport => {
    if (isBlank(row)) return { row: row.number, status: 'blank', notes: [] };
    const notes = new RowNotebook(row.number);
    readRow(row, { weekday, from, to }, notes, { shifts, days });
    return notes.report();
  });
  const problems: Note[] = shifts.length === 0 ? [{ code: 'NO_HEADER', detail: 'holds no shift of any weekday' }] : [];
  return { draft: { shifts, days: [...new Set(days)].toSorted() }, rows: reports, problems };
}

interface Columns {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

function readRow(
  row: SheetRow,
  columns: Columns,
  notes: RowNotebook,
  into: { shifts: Shift[]; days: CivilDay[] },
): void {
  const first = textOf(cellAt(row, columns.weekday));
  const column = columnName(columns.weekday);
  const weekday = weekdayOf(first);
  if (weekday === undefined) {
    const day = first.slice(0, 10);
    if (!isCivilDay(day))
      notes.problem('BAD_WEEKDAY', `"${first}" is no weekday and no day such as 2026-12-25`, column);
    else if (textOf(cellAt(row, columns.from)) || textOf(cellAt(row, columns.to))) {
      notes.problem(
        'BAD_TIME',
        `${day} is a free day; a day with shifts of its own is an exception of the calendar`,
        column,
      );
    } else into.days.push(day);
    return;
  }
  const from = readClock(cellAt(row, columns.from));
  const to = readClock(cellAt(row, columns.to));
  if (from === undefined || from === '24:00')
    notes.problem('BAD_TIME', 'the shift has no beginning', columnName(columns.from));
  if (to === undefined) notes.problem('BAD_TIME', 'the shift has no end', columnName(columns.to));
  // 24:00 is the 00:00 of the next day, which a shift that crosses midnight may reach.
  if (from && to && from !== '24:00') into.shifts.push({ weekday, from, to: to === '24:00' ? '00:00' : to });
}

function weekdayOf(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (/^[1-7]$/.test(lower)) return Number(lower);
  const index = lower.length >= 3 ? WEEKDAYS.findIndex((name) => name.startsWith(lower)) : -1;
  return index < 0 ? undefined : index + 1;
}

function readClock(cell: Cell): string | undefined {
  const text = cell.kind === 'date' ? cell.local.slice(11) : textOf(cell);
  const [, hour, minute] = TIME.exec(text) ?? [];
  if (hour === undefined || minute === undefined || (hour === '24' && minute !== '00')) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
