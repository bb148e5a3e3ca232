import { Controller, Get, Header, Param } from '@nestjs/common';
import { Problem, type ProblemCode, problemCodes } from './problem.ts';
import { Answers, Public } from './routes.ts';

/** What the `type` of a problem document leads to. One service of an installation lists it. */
@Controller('problems')
export class ProblemPagesController {
  @Get(':code')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Answers({ type: 'string' }, { about: 'A page about the problem.', mediaType: 'text/html' })
  page(@Param('code') code: string): string {
    if (!isCode(code)) throw new Problem({ code: 'NOT_FOUND', detail: 'There is no problem of that code.' });
    const [status, title] = problemCodes[code];
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${code}</title>
<h1>${code}</h1><p>${title}.</p><p>Usual HTTP status: ${status}. Programs rely on the code; wording may change.</p></html>\n`;
  }
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}
