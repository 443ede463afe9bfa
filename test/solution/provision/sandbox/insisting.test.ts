import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Environment, Json } from '../../../../scripts/environment/environment.js';
import { EnvironmentError } from '../../../../scripts/environment/environmentError.js';
import { provision } from '../../../../scripts/provision/provision.js';
import { Mistake } from '../../../../scripts/command/mistake.js';
import { source } from '../../source.js';
import { openLoaded, reading, type Opened } from './environments.js';

let opened: Opened;
let environment: Environment;
beforeAll(async () => {
  opened = await openLoaded();
  // Nothing is written here: what was read once stays as it is.
  environment = reading(opened.environment);
});
afterAll(() => opened.sandbox.close());

const otherText = { LocalizedLabels: [{ Label: 'Something else', LanguageCode: 1033 }] };

/** The environment, as if one column of inv_webrole were described otherwise, whatever is written. */
function insistingOn(column: string, send: Environment['send']): Environment {
  const describe = (one: Json): Json =>
    one.LogicalName === column ? { ...one, Description: otherText } : one;
  return {
    ...environment,
    send,
    async all(path, headers) {
      const rows = await environment.all(path, headers);
      return path === `EntityDefinitions(LogicalName='inv_webrole')/Attributes` ? rows.map(describe) : rows;
    },
  };
}

const accept: Environment['send'] = async () => ({ status: 204, headers: new Headers(), body: undefined });
const refuse: Environment['send'] = async (_method, path) => {
  if (path === 'PublishAllXml') return accept('POST', path);
  throw new EnvironmentError('This column may not be changed.', 400);
};
const fail: Environment['send'] = async () => {
  throw new EnvironmentError('The environment is not available.', 503);
};
const run = (environment: Environment) => provision(environment, source, () => undefined);

describe('An environment that insists on a text', () => {
  it.each([
    ['accepting the change and not keeping it', accept],
    ['refusing the change', refuse],
  ])('of a column that Dataverse made, %s, keeps it, and people are told', async (_how, send) => {
    const { notes } = await run(insistingOn('createdon', send));
    expect(notes).toContain('Dataverse keeps its own texts of its column inv_webrole.createdon.');
  });

  it('of a column of the solution is an error that names it', async () => {
    const outcome = run(insistingOn('inv_key', accept));
    await expect(outcome).rejects.toThrow(Mistake);
    await expect(outcome).rejects.toThrow('Change column inv_webrole.inv_key: Description');
  });

  it('and refuses that of a column of the solution ends the run', async () => {
    await expect(run(insistingOn('inv_key', refuse))).rejects.toThrow('This column may not be changed.');
  });

  it('because it fails ends the run', async () => {
    await expect(run(insistingOn('createdon', fail))).rejects.toThrow('The environment is not available.');
  });
});
