import { isUtf8 } from 'node:buffer';
import { readCsv } from './csv.ts';
import { type ImportLimits, type Note, UnreadableFile } from './import-report.ts';
import type { Sheet } from './sheet.ts';
import { readMspdi } from './mspdi.ts';
import { decodeText } from './text-encoding.ts';
import { readXer } from './xer.ts';
import { readXlsxAside } from './xlsx-thread.ts';

export const fileFormats = ['csv', 'xlsx', 'mspdi', 'xer'] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface ReadFile {
  readonly format: FileFormat;
  readonly encoding?: string;
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
}

export interface FileHints {
  readonly encoding?: string;
  readonly delimiter?: string;
}

const XER = [...'ERMHDR'].map((letter) => letter.charCodeAt(0));

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
  if (startsWith(bytes, ...XER)) {
    // P6 writes the encoding of its Windows machine, and says nothing of it.
    const { text, encoding } = decodeText(bytes, hints.encoding ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'));
    const { sheet, notes } = readXer(text, limits);
    return { format: 'xer', encoding, sheets: [sheet], notes };
  }
  const { text, encoding, notes } = decodeText(bytes, hints.encoding);
  if (/^[\uFEFF\s]*<(\?xml|Project)/.test(text)) {
    const { sheet, notes: about } = readMspdi(text, limits);
    return { format: 'mspdi', encoding, sheets: [sheet], notes: [...notes, ...about] };
  }
  const sheet = readCsv(text.replace(/^\uFEFF/, ''), limits, hints.delimiter);
  return { format: 'csv', encoding, sheets: [sheet], notes };
}

function startsWith(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
