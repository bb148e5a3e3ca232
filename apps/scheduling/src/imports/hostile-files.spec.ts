import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { type ImportLimits, importLimits, type NoteCode, UnreadableFile } from './import-report.ts';
import { readFile } from './read-file.ts';
import { cellAt, textOf } from './sheet.ts';
import { readXlsxAside } from './xlsx-thread.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const limits: ImportLimits = { ...importLimits, rows: 100, unpackedBytes: 2 * 1024 * 1024 };

async function refusalOf(bytes: Uint8Array, hints = {}, within = limits): Promise<NoteCode | undefined> {
  try {
    await readFile(bytes, hints, within);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.notes[0]?.code;
    throw error;
  }
}

const texts = async (bytes: Uint8Array, hints = {}) => {
  const { sheets } = await readFile(bytes, hints, limits);
  return sheets[0]?.rows.map(({ cells }) => cells.map(textOf));
};

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Plan'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a CSV file', () => {
  it('is read with comma, semicolon or tab, quotes and line ends inside them', async () => {
    expect(await texts(utf8('id,name\n1,"a, b"\n'))).toEqual([
      ['id', 'name'],
      ['1', 'a, b'],
    ]);
    expect(await texts(utf8('id;name\r\n1;"a; ""b"""\r\n'))).toEqual([
      ['id', 'name'],
      ['1', 'a; "b"'],
    ]);
    expect(await texts(utf8('id\tname\n1\t"two\nlines"\n2\tx'))).toEqual([
      ['id', 'name'],
      ['1', 'two\nlines'],
      ['2', 'x'],
    ]);
  });

  it('keeps the row numbers of the file over records of several lines', async () => {
    const { sheets } = await readFile(utf8('id,name\n1,"two\nlines"\n2,x\n'), {}, limits);
    expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  it('keeps what looks like a formula as the text it is', async () => {
    expect(await texts(utf8('id,name\n1,"=cmd|\'/c calc\'!A1"\n'))).toEqual([
      ['id', 'name'],
      ['1', "=cmd|'/c calc'!A1"],
    ]);
  });

  it('is read as UTF-8, by its mark, by its name, or as Windows-1252 with a note', async () => {
    expect(await texts(utf8('\uFEFFid,Büro'))).toEqual([['id', 'Büro']]);
    expect(await texts(Uint8Array.from(Buffer.from('\uFEFFid,Büro', 'utf16le')))).toEqual([['id', 'Büro']]);
    expect(await texts(latin('id,Büro'), { encoding: 'iso-8859-1' })).toEqual([['id', 'Büro']]);
    const guessed = await readFile(latin('id,name\n1,Büro'), {}, limits);
    expect(guessed).toMatchObject({ encoding: 'windows-1252', notes: [{ code: 'ENCODING_DETECTED', row: 2 }] });
  });

  it.each<[NoteCode, Uint8Array, object]>([
    ['FILE_EMPTY', new Uint8Array(), {}],
    ['WRONG_ENCODING', latin('id,Büro'), { encoding: 'utf-8' }],
    ['WRONG_ENCODING', Uint8Array.from([0x69, 0x64, 0x2c, 0xfc, 0x81]), {}],
    ['UNKNOWN_ENCODING', utf8('id'), { encoding: 'klingon' }],
    ['UNKNOWN_FORMAT', Uint8Array.from([0x69, 0x00, 0x01]), {}],
    ['UNKNOWN_FORMAT', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), {}],
    [
      'PASSWORD_PROTECTED',
      Uint8Array.from(
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
      {},
    ],
    ['BROKEN_FILE', utf8('id,name\n1,"never closed\n'), {}],
    ['TOO_MANY_ROWS', utf8('1\n'.repeat(50_000)), {}],
    ['TOO_MANY_COLUMNS', utf8(`id\n${','.repeat(300)}`), {}],
  ])('is refused as %s', async (code, bytes, hints) => {
    expect(await refusalOf(bytes, hints)).toBe(code);
  });

  it('is refused when it is too large', async () => {
    expect(await refusalOf(utf8('id,name'), {}, { ...limits, fileBytes: 3 })).toBe('FILE_TOO_LARGE');
  });
});

describe('a workbook', () => {
  it('gives texts, numbers, dates to the minute, and cached results of formulas', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Name', 1.5, true, { formula: '1+1', result: 2 }, { formula: 'A1' }]);
      sheet.getCell('F1').value = new Date('2010-01-01T08:00:00.400Z');
      sheet.getCell('G1').value = { richText: [{ text: 'a' }, { text: 'b' }] };
      sheet.getCell('H1').value = { error: '#REF!' };
    });
    const { sheets } = await readFile(bytes, {}, limits);
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      { kind: 'text', text: 'Name' },
      { kind: 'number', number: 1.5 },
      { kind: 'flag', flag: true },
      { kind: 'number', number: 2, formula: true },
      { kind: 'empty', formula: true },
      { kind: 'date', local: '2010-01-01T08:00', rounded: false },
      { kind: 'text', text: 'ab' },
      { kind: 'error', text: '#REF!' },
    ]);
  });

  it('marks merged cells, and gives all of them the value', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['General', null, 'x']);
      sheet.mergeCells('A1:B1');
    });
    const { sheets } = await readFile(bytes, {}, limits);
    const [row] = sheets[0]?.rows ?? [];
    expect(row && [cellAt(row, 0), cellAt(row, 1), cellAt(row, 2)]).toEqual([
      { kind: 'text', text: 'General', merged: true },
      { kind: 'text', text: 'General', merged: true },
      { kind: 'text', text: 'x' },
    ]);
  });

  it('is read beside the event loop, and not for ever', async () => {
    const bytes = await workbook((sheet) => {
      for (let row = 0; row < 90; row += 1) sheet.addRow(Array.from({ length: 40 }, () => 'text'));
    });
    await expect(readXlsxAside(bytes, limits, 1)).rejects.toMatchObject({ notes: [{ code: 'TOOK_TOO_LONG' }] });
    let turns = 0;
    const beating = setInterval(() => (turns += 1), 1);
    const sheets = await readXlsxAside(bytes, limits);
    clearInterval(beating);
    expect([sheets[0]?.rows.length, turns > 5]).toEqual([90, true]);
  });

  it('is refused with 50,000 rows before it is unpacked', async () => {
    const row = '<row r="1"><c><v>1</v></c></row>';
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': utf8(`<sheetData>${row.repeat(50_000)}</sheetData>`) });
    expect(await refusalOf(bytes)).toBe('TOO_MANY_ROWS');
  });

  it('is refused as a bomb, whatever it says about its size', async () => {
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(3 * 1024 * 1024) }, { level: 9 });
    expect(bytes.length).toBeLessThan(200_000);
    const lying = Buffer.from(bytes);
    const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lying.writeUInt32LE(100, entry + 24);
    expect(await refusalOf(bytes)).toBe('ZIP_BOMB');
    expect(await refusalOf(new Uint8Array(lying))).toBe('ZIP_BOMB');
  });

  it('is refused when it is another archive, cut off, or damaged', async () => {
    expect(await refusalOf(zipSync({ 'readme.txt': utf8('hello') }))).toBe('UNKNOWN_FORMAT');
    const good = await workbook((sheet) => sheet.addRow(['x']));
    expect(await refusalOf(good.subarray(0, good.length - 200))).toBe('BROKEN_FILE');
    expect(await refusalOf(utf8('PK\u0003\u0004 and nothing more'))).toBe('BROKEN_FILE');
  });
});
