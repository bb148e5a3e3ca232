import ExcelJS from 'exceljs';
import { type ImportLimits, UnreadableFile } from './import-report.ts';
import { type Cell, emptyCell, type Sheet, type SheetRow } from './sheet.ts';
import { guardXlsx } from './xlsx-guard.ts';

const MINUTE = 60_000;

/** Reads the sheets of a workbook. Formulas are not evaluated: their cached result counts, and is marked. */
export async function readXlsx(bytes: Uint8Array, limits: ImportLimits): Promise<readonly Sheet[]> {
  guardXlsx(bytes, limits);
  const workbook = new ExcelJS.Workbook();
  try {
    // The types of exceljs ask for a Buffer of older typings; an ArrayBuffer is what it reads.
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw UnreadableFile.because('BROKEN_FILE', `is no XLSX workbook that can be read: ${detail}`);
  }
  return workbook.worksheets.filter(({ actualRowCount }) => actualRowCount > 0).map((sheet) => sheetOf(sheet, limits));
}

function sheetOf(worksheet: ExcelJS.Worksheet, limits: ImportLimits): Sheet {
  const { name } = worksheet;
  if (worksheet.columnCount > limits.columns) {
    const detail = `sheet "${name}" has ${worksheet.columnCount} columns; ${limits.columns} are the most that one import takes`;
    throw UnreadableFile.because('TOO_MANY_COLUMNS', detail);
  }
  const rows: SheetRow[] = [];
  worksheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellOf(cell);
    });
    rows.push({ number, cells: Array.from(cells, (cell) => cell ?? emptyCell) });
  });
  return { name, rows };
}

function cellOf(cell: ExcelJS.Cell): Cell {
  const covered = cell.isMerged && cell.master.address !== cell.address;
  const read = valueOf(covered ? cell.master.value : cell.value);
  return cell.isMerged ? { ...read, merged: true } : read;
}

function valueOf(value: ExcelJS.CellValue | undefined): Cell {
  if (value === null || value === undefined || value === '') return emptyCell;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  if (value instanceof Date) return dateOf(value);
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('formula' in value || 'sharedFormula' in value)
    return { ...valueOf(value.result as ExcelJS.CellValue), formula: true };
  if ('richText' in value) return { kind: 'text', text: value.richText.map(({ text }) => text).join('') };
  if ('text' in value) return valueOf(typeof value.text === 'string' ? value.text : (value.text as ExcelJS.CellValue));
  return { kind: 'error', text: 'a kind of cell that is not read' };
}

/** exceljs gives local times as if they were UTC; serial numbers carry noise below the minute. */
function dateOf(value: Date): Cell {
  const at = value.getTime();
  if (Number.isNaN(at)) return { kind: 'error', text: 'a date that no calendar has' };
  const minute = Math.round(at / MINUTE) * MINUTE;
  return { kind: 'date', local: new Date(minute).toISOString().slice(0, 16), rounded: Math.abs(at - minute) >= 500 };
}
