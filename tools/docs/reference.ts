import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Office } from '../product/office.ts';
import { root } from '../workspace.ts';
import { API_PAGE, apiPage } from './api.ts';
import { COMMAND_LINE_PAGE, commandLinePage } from './command-line.ts';
import { type Dictionary, VIEWS_PAGE, viewsPage } from './views.ts';

/** Pages that nobody writes by hand, as they have to be now: path to text. */
export async function generatedPages(office: Office): Promise<ReadonlyMap<string, string>> {
  const analyst = await office.as('analyst');
  const dictionary = await analyst.get<Dictionary>('/api/v1/data-dictionary');
  return new Map([
    [API_PAGE, await formatted(API_PAGE, apiPage())],
    [COMMAND_LINE_PAGE, await formatted(COMMAND_LINE_PAGE, commandLinePage())],
    [VIEWS_PAGE, await formatted(VIEWS_PAGE, viewsPage(dictionary))],
  ]);
}

async function formatted(page: string, text: string): Promise<string> {
  const file = join(root, page);
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

export const isStale = (page: string, text: string): boolean =>
  !existsSync(join(root, page)) || readFileSync(join(root, page), 'utf8') !== text;

export const write = (page: string, text: string): void => writeFileSync(join(root, page), text);
