import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { scope } from './scope.js';

/**
 * Whose telemetry it is: `service.name` invitations and a `service.instance.id`, unless OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES
 * say otherwise.
 *
 * @param instance tells services apart that run side by side
 */
export function serviceResource(instance: string): Resource {
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.name': scope, 'service.instance.id': instance }))
    .merge(detectResources({ detectors: [envDetector] }));
}
