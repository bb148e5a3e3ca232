import { Inflate } from 'fflate';
import { type ImportLimits, UnreadableFile } from './import-report.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ROW = Buffer.from('<row');
const STEP = 64 * 1024;
const MOST_ENTRIES = 5_000;

interface Entry {
  readonly name: string;
  readonly deflated: boolean;
  readonly content: Uint8Array;
}

/**
 * Looks into the archive before anybody unpacks it: inflates each entry of its directory piece by piece, keeps nothing,
 * and stops at the limit. What the archive says about its own sizes is not believed; a bomb lies about them, and may
 * name the same bytes many times.
 */
export function guardXlsx(bytes: Uint8Array, limits: ImportLimits): void {
  let unpacked = 0;
  const take = (piece: Uint8Array) => {
    unpacked += piece.length;
    if (unpacked > limits.unpackedBytes) throw tooMuch(limits);
  };
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (sheets.length === 0) throw UnreadableFile.because('UNKNOWN_FORMAT', 'is an archive, but no XLSX workbook');
  for (const entry of entries) {
    const rows = sheets.includes(entry) ? countRows() : () => 0;
    unpack(entry, (piece) => {
      take(piece);
      if (rows(piece) > limits.rows + 50) throw tooManyRows(limits);
    });
  }
}

function unpack({ name, deflated, content }: Entry, take: (piece: Uint8Array) => void): void {
  if (!deflated) return take(content);
  const inflate = new Inflate(take);
  try {
    for (let from = 0; from < content.length; from += STEP) {
      inflate.push(content.subarray(from, from + STEP), from + STEP >= content.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw broken(`${name} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** By the directory at the archive's end: the same that the reader of the workbook goes by. */
function entriesOf(bytes: Buffer): readonly Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw UnreadableFile.because('ZIP_BOMB', `holds ${count} files`);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken('its directory is damaged');
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (method !== 0 && method !== 8) throw broken(`${name} is packed in a way that workbooks are not`);
    entries.push({ name, deflated: method === 8, content: contentAt(bytes, bytes.readUInt32LE(at + 42), size, name) });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function contentAt(bytes: Buffer, at: number, size: number, name: string): Uint8Array {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    throw broken(`${name} is not where the directory says`);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + size > bytes.length) throw broken(`${name} is cut off`);
  return bytes.subarray(from, from + size);
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw broken('it has no directory: it is cut off, or no archive');
}

/** Counts the rows of one sheet over pieces that may cut a tag in two. */
function countRows(): (piece: Uint8Array) => number {
  let tail = Buffer.alloc(0);
  let count = 0;
  return (piece) => {
    const text = Buffer.concat([tail, piece]);
    for (let at = text.indexOf(ROW); at >= 0; at = text.indexOf(ROW, at + ROW.length)) count += 1;
    tail = Buffer.from(text.subarray(Math.max(0, text.length - ROW.length + 1)));
    return count;
  };
}

function broken(detail: string): UnreadableFile {
  return UnreadableFile.because('BROKEN_FILE', `the workbook cannot be read: ${detail}`);
}

function tooMuch({ unpackedBytes }: ImportLimits): UnreadableFile {
  const limit = `${unpackedBytes / 1024 / 1024} MB`;
  return UnreadableFile.because('ZIP_BOMB', `unpacks to more than ${limit}, the most that one import takes`);
}

function tooManyRows({ rows }: ImportLimits): UnreadableFile {
  return UnreadableFile.because(
    'TOO_MANY_ROWS',
    `has a sheet of more than ${rows} rows, the most that one import takes`,
  );
}
