import type { ServiceParts } from '../app/service-parts.ts';
import { OPERATIONS_CONTROLLERS } from '../operations/controllers.ts';
import { type OpenApiDocument, openApiOf } from './document.ts';
import { routesOf, routesOfController } from './routes.ts';

/** A service's OpenAPI document, from its code alone: nothing is started. */
export function serviceDocument(
  service: string,
  { module, about }: Pick<ServiceParts, 'module' | 'about'>,
): OpenApiDocument {
  const operations = OPERATIONS_CONTROLLERS.flatMap((controller) => routesOfController(controller, `ops/${service}`));
  return openApiOf(service, about ?? `The ${service} service.`, [...routesOf(module, 'api/v1'), ...operations]);
}
