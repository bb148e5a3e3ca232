import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { LARGEST_BATCH, NDJSON } from './batch.ts';
import { Problem } from './problem.ts';

const MIB = 1024 * 1024;
/** Of one JSON body. Batches and files have limits of their own. */
export const LARGEST_BODY = MIB;
/** Our deepest contract has four levels; what is nested deeper is no contract of ours but an attack on recursion. */
export const DEEPEST_BODY = 32;
const LARGEST_FILE = 20 * MIB;

/** JSON, NDJSON for batches, and forms with a file for imports. All else is answered with 415. */
export async function addBodyParsers(fastify: FastifyInstance): Promise<void> {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: LARGEST_BODY }, (_, body, done) => {
    try {
      done(null, parseJson(body.toString()));
    } catch (error) {
      done(error as Error); // parseJson throws nothing else
    }
  });
  fastify.addContentTypeParser(NDJSON, { parseAs: 'string', bodyLimit: LARGEST_BATCH }, (_, body, done) =>
    done(null, body),
  );
  await fastify.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 20, fieldSize: 64 * 1024, headerPairs: 100 },
  });
}

/** An empty body is no body: a command without fields needs none. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  if (depthOf(text) > DEEPEST_BODY) throw malformed(`The body is nested deeper than ${DEEPEST_BODY} levels.`);
  try {
    return JSON.parse(text, refusePrototypes);
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed('The body is no JSON.');
    throw error;
  }
}

function refusePrototypes(name: string, value: unknown): unknown {
  if (name === '__proto__') throw malformed('The body holds a field named __proto__.');
  return value;
}

function malformed(detail: string): Problem {
  return new Problem({ code: 'VALIDATION', detail, errors: [{ pointer: '', code: 'malformed', detail }] });
}

/** Without parsing: counts brackets outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inText) {
      if (character === '\\') index++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}
