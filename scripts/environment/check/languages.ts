import { localeOf } from '../../../plugins/invitation/locale.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

/**
 * Whether the languages of the solution are enabled: what is written in another one, labels and email templates, an import passes over.
 * ("Regional and language options for your environment")
 */
export async function checkLanguages({ environment, expected }: Subject): Promise<EnvironmentCheck> {
  const name = 'languages';
  const { RetrieveProvisionedLanguages: answer } = await environment.get('RetrieveProvisionedLanguages');
  const enabled = new Set((answer ?? []) as readonly number[]);
  const [there, missing] = [true, false].map((wanted) =>
    expected.languages.filter((language) => enabled.has(language) === wanted).map(localeOf),
  );
  if (!missing?.length) return { name, state: 'ok', found: `${there?.join(', ') ?? ''} are enabled` };
  return {
    name,
    state: 'warning',
    found: `${missing.join(', ')} not enabled: labels and email templates in them are not imported`,
    mend: `If you need them: ${places.languages}, then import the solution again.`,
  };
}
