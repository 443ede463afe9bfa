import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { RibbonRuleStep } from '../../../sandbox/app/definition/ribbon/ribbon.js';
import { aOneToMany } from '../definition.js';
import { anApp, aFunction, ribbonWith } from './anApp.js';
import { carla, formBar, listBar, subgridBar } from './bars.js';
import { appWith, isShown, step } from './ruleSteps.js';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('OrRule', () => {
  const status = (value: string) => step({ kind: 'ValueRule', field: 'statuscode', value });
  const name = (value: string) => step({ kind: 'ValueRule', field: 'fullname', value });

  it.each<[string, RibbonRuleStep[][], boolean]>([
    ['one alternative holds', [[status('7')], [status('1')]], true],
    ['none holds', [[status('7')], [status('8')]], false],
    ['an alternative holds by half', [[status('1'), name('Dana')]], false],
    ['an alternative holds wholly', [[status('7')], [status('1'), name('Carla')]], true],
  ])('%s', async (_case, alternatives, shown) => {
    const definition = appWith({ kind: 'OrRule', alternatives });
    expect(isShown(await formBar({ definition }))).toBe(shown);
  });
});

describe('An unknown rule', () => {
  const warnings = () => jest.spyOn(console, 'warn').mockImplementation(() => undefined);

  it.each([false, true])('hides its command and is named once (InvertResult %s)', async (invert) => {
    const warn = warnings();
    const element = `PageRule${String(invert)}`;
    const { bar, ids } = await formBar({ definition: appWith({ kind: 'unknown', element, invert }) });
    await bar.refresh();
    expect(ids()).not.toContain('test.Button');
    expect(warn.mock.calls.filter(([text]) => String(text).includes(`<${element}>`))).toHaveLength(1);
  });

  it('that no solution defines hides its command too', async () => {
    const warn = warnings();
    const ribbon = { ...ribbonWith([]), enableRules: {} };
    expect(isShown(await formBar({ definition: anApp({ ribbon }) }))).toBe(false);
    expect(warn.mock.calls.flat()).toContainEqual(expect.stringContaining('test.Rule'));
  });
});

describe('Rules of one command', () => {
  it('must all say yes, display rules and enable rules', async () => {
    const yes = step({ kind: 'CrmClientTypeRule', client: 'Web' });
    const no = step({ kind: 'CrmClientTypeRule', client: 'Outlook' });
    const ribbon = (display: RibbonRuleStep) => {
      const plain = ribbonWith([yes]);
      const command = { ...plain.commands['test.Button.Command'], displayRules: ['test.Display'] };
      return {
        ...plain,
        commands: { 'test.Button.Command': command as (typeof plain.commands)[string] },
        displayRules: { 'test.Display': { id: 'test.Display', steps: [display] } },
      };
    };
    expect(isShown(await formBar({ definition: anApp({ ribbon: ribbon(yes) }) }))).toBe(true);
    expect(isShown(await formBar({ definition: anApp({ ribbon: ribbon(no) }) }))).toBe(false);
  });

  it('are asked in their order, and no script runs after a no', async () => {
    const script = jest.fn(() => true);
    const definition = appWith(
      { kind: 'SelectionCountRule', appliesTo: 'SelectedEntity', minimum: 1 },
      { kind: 'CustomRule', ...aFunction('rule') },
    );
    const { bar, grid, ids } = await listBar({ definition, scripts: { rule: script } });
    expect(script).not.toHaveBeenCalled();
    grid.select([carla.contactid]);
    await bar.refresh();
    expect(script).toHaveBeenCalledTimes(1);
    expect(ids()).toContain('test.Button');
  });

  it('see a subgrid by the form that it is on', async () => {
    const definition = appWith({ kind: 'ValueRule', field: 'name', value: 'Contoso' });
    const relationship = aOneToMany('contact', 'parentcustomerid');
    expect(isShown(await subgridBar({ definition, relationship }))).toBe(true);
  });
});
