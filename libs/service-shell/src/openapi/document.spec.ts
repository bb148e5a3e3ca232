import { Body, Controller, Get, HttpCode, Module, Post, Put, Query } from '@nestjs/common';
import { Id, ListOf, OneOf, Optional, Text } from '@bw/contracts-base';
import type { Issued } from '@bw/kernel';
import {
  Allows,
  Answers,
  AnswersCommand,
  AnswersPage,
  IdParam,
  IfMatch,
  IssuedNow,
  Lines,
  Operations,
  Page,
  UnstatedRoutes,
  Wanted,
} from '../index.ts';
import type { Batch } from '../index.ts';
import { serviceDocument } from './service-document.ts';

class Hinge {
  @Text(10) readonly metal!: string;
}

class DoorBody {
  @Text(20) readonly colour!: string;
  @ListOf(() => Hinge, { max: 3 }) readonly hinges!: readonly Hinge[];
}

class DoorView extends DoorBody {
  @Id() readonly doorId!: string;
}

class DoorQuery {
  @Optional() @OneOf('red', 'blue') readonly colour?: string;
}

@Controller('doors')
class DoorsController {
  @Get()
  @Allows('member')
  @AnswersPage(DoorView)
  list(@Query() _query: DoorQuery, @Wanted() _wanted: Wanted, @Page() _page: Page) {
    return { items: [] };
  }

  @Put(':doorId')
  @Allows('project-manager', 'director')
  @AnswersCommand()
  make(@IdParam('doorId') _id: string, @Body() _body: DoorBody, @IssuedNow() _issued: Issued) {}

  @Post(':doorId/coats')
  @HttpCode(200)
  @Allows('project-manager')
  @AnswersCommand()
  paint(@IdParam('doorId') _id: string, @IfMatch() _version: number, @IssuedNow() _issued: Issued) {}

  @Post('batch')
  @Allows('integrator')
  @AnswersCommand()
  many(@Lines(DoorBody) _lines: Batch<DoorBody>) {}
}

@Module({ controllers: [DoorsController] })
class DoorsModule {}

@Module({ imports: [{ module: DoorsModule }] })
class RootModule {}

describe("a service's OpenAPI document", () => {
  const { paths, components } = serviceDocument('doors', { module: RootModule });

  it('has every route with who may call it', () => {
    expect(Object.keys(paths).filter((path) => path.startsWith('/api'))).toEqual([
      '/api/v1/doors',
      '/api/v1/doors/batch',
      '/api/v1/doors/{doorId}',
      '/api/v1/doors/{doorId}/coats',
    ]);
    expect(paths['/api/v1/doors/{doorId}']?.['put']?.['x-allowed']).toEqual(['project-manager', 'director']);
    expect(paths['/ops/doors/health/live']?.['get']).toMatchObject({ 'x-allowed': ['public'], security: [] });
  });

  it('describes bodies and answers by their classes, each once', () => {
    expect(paths['/api/v1/doors/{doorId}']?.['put']).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/DoorBody' } } } },
      responses: { 200: {}, 201: {}, default: { $ref: '#/components/responses/Problem' } },
    });
    expect(components).toMatchObject({
      schemas: {
        DoorBody: { properties: { hinges: { items: { $ref: '#/components/schemas/Hinge' } } } },
        DoorView: { required: ['colour', 'hinges', 'doorId'] },
        CommandReply: { required: ['streamId', 'version', 'position'] },
      },
    });
    expect(paths['/api/v1/doors/batch']?.['post']?.requestBody).toMatchObject({
      content: { 'application/x-ndjson': { schema: { required: ['command', 'colour', 'hinges'] } } },
    });
  });

  it('names all parameters, those of our decorators too', () => {
    const names = (path: string, method: string) =>
      paths[path]?.[method]?.parameters?.map((parameter) => Reflect.get(parameter, 'name'));
    expect(names('/api/v1/doors', 'get')).toEqual([
      'colour',
      'asOf',
      'knownAt',
      'cut',
      'minPosition',
      'cursor',
      'limit',
    ]);
    expect(names('/api/v1/doors/{doorId}/coats', 'post')).toEqual([
      'doorId',
      'Idempotency-Key',
      'Bw-Effective',
      'Bw-Reason',
      'If-Match',
    ]);
  });

  it('knows that operations of a capability stand beside the API', () => {
    @Controller('ops/doors/hinges')
    class HingeOperations {
      @Get()
      @Operations()
      @Answers({})
      read() {}
    }
    @Module({ controllers: [HingeOperations] })
    class OiledModule {}
    expect(serviceDocument('doors', { module: OiledModule }).paths).toHaveProperty(['/ops/doors/hinges']);
  });

  it('is refused where a route leaves open who may call it or what it answers', () => {
    @Controller('silent')
    class SilentController {
      @Get()
      @Allows('anyone')
      read() {}
    }
    @Module({ controllers: [SilentController] })
    class SilentModule {}
    expect(() => serviceDocument('doors', { module: SilentModule })).toThrow(UnstatedRoutes);
  });
});
