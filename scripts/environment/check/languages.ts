import { localeOf } from '../../../plugins/invitation/locale.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

/**
 * Whether the languages of the solution are enabled. An import passes over labels in others; what it does with email templates in
 * them, no page says ("Create solutions that support multiple languages").
 */
export async function checkLanguages({
  environment,
  expected,
}: Pick<Subject, 'environment' | 'expected'>): Promise<EnvironmentCheck> {
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
    found: `${missing.join(', ')} not enabled: an import passes over what is written in them`,
    mend: `Before the import, or if you need them later: ${places.languages}, then import the solution (again).`,
  };
}
