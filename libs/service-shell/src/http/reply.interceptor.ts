import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { BatchResults, NDJSON } from './batch.ts';
import { CommandReply, Versioned } from './reply.ts';

/** Gives answers their ETag, their status and their media type. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const { method } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => dress(answer, method, reply)));
  }
}

function dress(answer: unknown, method: string, reply: FastifyReply): unknown {
  if (answer instanceof CommandReply) {
    reply
      .header('etag', `"${answer.version}"`)
      .status(method === 'PUT' && CommandReply.madeTheStream(answer) ? 201 : 200);
    return answer;
  }
  if (answer instanceof Versioned) {
    reply.header('etag', `"${answer.version}"`);
    return answer.body as unknown;
  }
  if (answer instanceof BatchResults) {
    reply.status(200).type(NDJSON);
    return answer.toString();
  }
  return answer;
}
