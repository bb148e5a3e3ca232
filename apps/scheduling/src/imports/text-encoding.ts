import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { type Note, UnreadableFile } from './import-report.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Bytes that Windows-1252 leaves unused: a text with one of them is something else. */
const NOT_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The text of a file: by its byte-order mark, by the encoding that was named, as UTF-8, or, where it is none, as
 * Windows-1252, which most old spreadsheets write. What was assumed is noted.
 */
export function decodeText(bytes: Uint8Array, named?: string): DecodedText {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? named?.toLowerCase();
  if (encoding !== undefined) {
    if (!iconv.encodingExists(encoding)) {
      throw UnreadableFile.because('UNKNOWN_ENCODING', `"${named}" is no known encoding; utf-8 and windows-1252 are`);
    }
    return { text: decodeAs(bytes, encoding), encoding, notes: [] };
  }
  const line = firstBadLine(bytes);
  if (line === undefined) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', notes: [] };
  if (bytes.some((byte) => NOT_IN_1252.has(byte))) {
    throw UnreadableFile.because('WRONG_ENCODING', 'is neither UTF-8 nor Windows-1252; name its encoding', {
      row: line,
    });
  }
  const detail = 'is not UTF-8 and was read as Windows-1252; name the encoding if letters look wrong';
  const note: Note = { code: 'ENCODING_DETECTED', detail, row: line };
  return { text: decodeAs(bytes, 'windows-1252'), encoding: 'windows-1252', notes: [note] };
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const isUtf8 = /^utf-?8$/.test(encoding);
  const line = isUtf8 ? firstBadLine(bytes) : undefined;
  if (line !== undefined) {
    throw UnreadableFile.because('WRONG_ENCODING', 'holds bytes that are not UTF-8, as it was said to be', {
      row: line,
    });
  }
  const text = iconv.decode(Buffer.from(bytes), encoding);
  if (text.includes('\u0000')) throw UnreadableFile.because('UNKNOWN_FORMAT', 'is no text: it holds zero bytes');
  return text;
}

/** The line of the first byte that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let line = 1;
  for (let from = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}
