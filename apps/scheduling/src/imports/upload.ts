import type { FastifyRequest } from 'fastify';
import { readAs } from '@bw/contracts-base';
import { invalid, Problem } from '@bw/service-shell';
import { type ImportLimits, type Note, UnreadableFile } from './import-report.ts';
import { ImportMapping } from './import-mapping.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mapping: ImportMapping;
  /** Other fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads a form with one file, and beside it `mapping` as JSON and further texts. */
export async function readUpload(request: FastifyRequest, limits: ImportLimits): Promise<Upload> {
  if (!request.isMultipart()) {
    const detail = 'An import is sent as multipart/form-data with one file, and optionally a field `mapping`.';
    throw new Problem({ code: 'UNSUPPORTED_MEDIA_TYPE', detail });
  }
  const fields: Record<string, string> = {};
  let file: { readonly bytes: Uint8Array; readonly fileName: string } | undefined;
  for await (const part of request.parts({ limits: { fileSize: limits.fileBytes, files: 1 } })) {
    if (part.type === 'file')
      file = { bytes: await part.toBuffer(), fileName: (part.filename || 'file').slice(0, 300) };
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (!file) throw invalid('/file', 'is missing', 'required');
  const { mapping, ...others } = fields;
  return { ...file, mapping: readMapping(mapping), fields: others };
}

function readMapping(text: string | undefined): ImportMapping {
  const read = readAs(ImportMapping, text === undefined ? {} : parse(text));
  if ('value' in read) return read.value;
  const errors = read.problems.map(({ pointer, ...problem }) => ({ ...problem, pointer: `/mapping${pointer}` }));
  throw new Problem({ code: 'VALIDATION', detail: 'The mapping is not as it should be.', errors });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid('/mapping', 'is no JSON');
    throw error;
  }
}

const LIMITS: readonly string[] = ['FILE_TOO_LARGE', 'ZIP_BOMB', 'TOO_MANY_ROWS', 'TOO_MANY_COLUMNS', 'TOO_MANY_FACTS'];

/** A file that cannot be read, told to whoever sent it, with row and column. */
export async function tellUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { notes } = error;
    const isLimit = notes.some(({ code }) => LIMITS.includes(code));
    const detail = `The file ${notes[0]?.detail ?? 'cannot be read'}.`;
    throw new Problem({ code: isLimit ? 'TOO_LARGE' : 'VALIDATION', detail, errors: notes.map(fieldProblem) });
  }
}

/** `/rows/12/C`: row and column as a spreadsheet shows them. */
export function fieldProblem({ code, detail, row, column }: Note) {
  const pointer = row === undefined ? '/file' : `/rows/${row}${column ? `/${column}` : ''}`;
  return { pointer, code, detail };
}
