import type { Environment } from '../../environment/environment.js';
import type { Languages } from '../inLanguages.js';

/** The languages that labels may be in. */
export async function readLanguages(environment: Environment): Promise<Languages> {
  const [answer, [organization]] = await Promise.all([
    environment.get('RetrieveProvisionedLanguages()'),
    environment.all('organizations?$select=languagecode'),
  ]);
  const provisioned = answer.RetrieveProvisionedLanguages;
  return {
    base: Number(organization?.languagecode),
    provisioned: new Set(Array.isArray(provisioned) ? provisioned.map(Number) : []),
  };
}
