import { readCsv } from './csv.ts';
import { type ImportLimits, type Note, UnreadableFile } from './import-report.ts';
import type { Sheet } from './sheet.ts';
import { decodeText } from './text-encoding.ts';
import { readXlsxAside } from './xlsx-thread.ts';

export interface ReadFile {
  readonly format: 'csv' | 'xlsx';
  readonly encoding?: string;
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
}

export interface FileHints {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** Name of the part in which a workbook with a password lies. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Reads an uploaded file by what is in it, not by its name. Throws `UnreadableFile`. */
export async function readFile(bytes: Uint8Array, hints: FileHints, limits: ImportLimits): Promise<ReadFile> {
  if (bytes.length === 0) throw UnreadableFile.because('FILE_EMPTY', 'has nothing in it');
  if (bytes.length > limits.fileBytes) {
    throw UnreadableFile.because('FILE_TOO_LARGE', `has more than ${limits.fileBytes / 1024 / 1024} MB`);
  }
  if (startsWith(bytes, 0x50, 0x4b)) return { format: 'xlsx', sheets: await readXlsxAside(bytes, limits), notes: [] };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (Buffer.from(bytes).includes(ENCRYPTED)) {
      const detail = 'is protected by a password: open it, save it without one, and send it again';
      throw UnreadableFile.because('PASSWORD_PROTECTED', detail);
    }
    throw UnreadableFile.because('UNKNOWN_FORMAT', 'is a workbook of the old kind (.xls); save it as .xlsx or .csv');
  }
  const { text, encoding, notes } = decodeText(bytes, hints.encoding);
  const sheet = readCsv(text.replace(/^\uFEFF/, ''), limits, hints.delimiter);
  return { format: 'csv', encoding, sheets: [sheet], notes };
}

function startsWith(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
