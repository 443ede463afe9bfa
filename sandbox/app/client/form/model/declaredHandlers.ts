import type { FormDefinition, FormEvent } from '../../../definition/form/formDefinition.js';
import type { Scripts } from '../../host/host.js';
import type { Handler } from './formModel.js';

/** The handlers that FormXml declares for one event, in its order; those that are switched off are left out. */
export function declaredHandlers(
  form: FormDefinition,
  scripts: Scripts,
  event: FormEvent['event'],
  column?: string,
): readonly Handler[] {
  return form.events
    .filter((declared) => declared.enabled && declared.event === event && declared.column === column)
    .map(({ functionName, passExecutionContext, parameters }) => (context: unknown) => {
      const first = passExecutionContext ? [context] : [];
      return scripts.resolve(functionName)(...first, ...parameters);
    });
}
