import { Controller, Get, Inject } from '@nestjs/common';
import { Answers, Public } from '../http/routes.ts';

/** Injection token of what gives the service's OpenAPI document: made on first request. */
export const OPEN_API_DOCUMENT = 'bw:openapi-document';

@Public()
@Controller('openapi.json')
export class OpenApiController {
  constructor(@Inject(OPEN_API_DOCUMENT) private readonly document: () => object) {}

  @Get()
  @Answers({ type: 'object' }, { about: 'The OpenAPI 3.1 document of this service.' })
  read(): object {
    return this.document();
  }
}
