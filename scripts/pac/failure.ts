import { PacError } from './pacError.js';

/** What to do when a verb of pac fails; the reason itself stands in what pac printed. */
const remedies: Readonly<Record<string, string>> = {
  'auth create':
    'Check AZURE_TENANT_ID, AZURE_CLIENT_ID and what proves them, and that the environment has an application user for them',
  'auth select': 'See the profiles of this machine with: pac auth list',
  'solution import':
    'Once the import has begun, its details are in the solution history (make.powerapps.com > Solutions > History)',
  'solution publish':
    'The import has succeeded: publish again, with pac or in make.powerapps.com > Solutions',
  'solution pack': 'Mend the file that it names; npm run solution:check tells more',
  'solution unpack': 'Check that the file is a solution that was exported or packed',
};

/**
 * The error of a run that ended with a code other than 0, or in another way that is told in words.
 * @param verb `solution import`
 */
export function failure(verb: string, code: number | string, output: readonly string[]): PacError {
  const remedy = remedies[verb];
  const sentences = [`pac ${verb} failed (${typeof code === 'number' ? `exit code ${code}` : code}).`];
  if (remedy) sentences.push(`${remedy}.`);
  return new PacError(sentences.join(' '), output);
}
