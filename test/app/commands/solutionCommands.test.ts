import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { aCommand, aControl, aFunction, anApp, aRibbon, library } from './anApp.js';
import { carla, formBar, listBar, subgridBar } from './bars.js';
import { errors } from './dialogs.js';

afterEach(() => {
  jest.restoreAllMocks();
});

/** An app with one button that runs this function of the script. */
function appWith(name: string) {
  const command = aCommand('test.Button.Command', { actions: [aFunction(name)] });
  return anApp({
    ribbon: aRibbon({ controls: [aControl('test.Button')], commands: { [command.id]: command } }),
  });
}

describe("A solution's commands", () => {
  it('stand between the standard ones by Sequence, in the places they are made for', async () => {
    const definition = anApp({
      ribbon: aRibbon({
        controls: [aControl('test.Late', { sequence: 5000 }), aControl('test.Early', { sequence: 15 })],
        places: ['Form'],
      }),
    });
    expect((await formBar({ definition })).ids()).toEqual([
      'Mscrm.Form.contact.Save',
      'test.Early',
      'Mscrm.Form.contact.SaveAndClose',
      'Mscrm.Form.contact.NewRecord',
      'Mscrm.Form.contact.Deactivate',
      'Mscrm.Form.contact.Delete',
      'Mscrm.Form.contact.Refresh',
      'Mscrm.Form.contact.Assign',
      'Mscrm.Form.contact.Flows.RefreshCommandBar',
      'test.Late',
    ]);
    expect((await listBar({ definition })).ids()).not.toContain('test.Early');
  });

  it('take standard ones and each other away (HideCustomAction)', async () => {
    const ribbon = aRibbon({
      controls: [aControl('test.Kept'), aControl('test.Gone')],
      hidden: ['Mscrm.Form.contact.Delete', 'test.Gone'],
    });
    const { ids } = await formBar({ definition: anApp({ ribbon }) });
    expect(ids()).toContain('test.Kept');
    expect(ids()).not.toContain('test.Gone');
    expect(ids()).not.toContain('Mscrm.Form.contact.Delete');
  });

  it('are named as the real app names them', async () => {
    const ribbon = aRibbon({
      controls: [
        aControl('test.Button', {
          label: 'Do it',
          tooltipTitle: 'Does it',
          tooltipDescription: 'At once.',
          icon: 'test_/icons/do.svg',
        }),
        aControl('test.Plain', { label: 'Plain' }),
      ],
    });
    const { item } = await formBar({ definition: anApp({ ribbon }) });
    expect(item('test.Button')).toMatchObject({
      dataId: 'contact|NoRelationship|Form|test.Button',
      label: 'Do it',
      title: 'Does it',
      description: 'At once.',
      icon: { kind: 'webresource', name: 'test_/icons/do.svg' },
    });
    expect(item('test.Plain')).toMatchObject({ title: 'Plain', icon: { kind: 'own' } });
    const list = await listBar({ definition: anApp({ ribbon }) });
    expect(list.item('test.Button').dataId).toBe('contact|NoRelationship|HomePageGrid|test.Button');
    const subgrid = await subgridBar({ definition: anApp({ ribbon }) });
    expect(subgrid.item('test.Button').dataId).toBe('contact|NoRelationship|SubGridStandard|test.Button');
  });

  it('without a command that is defined are hidden and named in the console', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const ribbon = { ...aRibbon({ controls: [aControl('test.Lost')] }), commands: {} };
    expect((await formBar({ definition: anApp({ ribbon }) })).ids()).not.toContain('test.Lost');
    expect(warn.mock.calls.flat()).toContainEqual(expect.stringContaining('test.Lost.Command'));
  });
});

describe('A click', () => {
  it('runs the functions in their order, each after what the one before has promised', async () => {
    const order: string[] = [];
    const command = aCommand('test.Button.Command', { actions: [aFunction('first'), aFunction('second')] });
    const ribbon = aRibbon({ controls: [aControl('test.Button')], commands: { [command.id]: command } });
    const { item } = await formBar({
      definition: anApp({ ribbon }),
      scripts: {
        first: () => Promise.resolve().then(() => order.push('first')),
        second: () => order.push('second'),
      },
    });
    await item('test.Button').run?.();
    expect(order).toEqual(['first', 'second']);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['throws', { run: () => Promise.reject(new Error('It broke.')) }, 'It broke.'],
    ['rejects with a plain object', { run: () => Promise.reject({ errorCode: 1, message: 'No.' }) }, 'No.'],
    ['is not there', {}, `There is no function ${library.global}.run.`],
  ])('whose function %s ends in an error dialog with the label', async (_case, scripts, reason) => {
    const { host, item } = await formBar({ definition: appWith('run'), scripts });
    await item('test.Button').run?.();
    expect(errors(host)).toEqual([`“test.Button” could not be completed. ${reason}`]);
  });

  it('runs a script once more while it is under way, as the real app does, and after it failed', async () => {
    const fail: ((error: Error) => void)[] = [];
    const run = jest.fn(() => new Promise((_resolve, reject) => fail.push(reject)));
    const { host, item } = await formBar({ definition: appWith('run'), scripts: { run } });
    const running = [item('test.Button').run?.(), item('test.Button').run?.()];
    await new Promise(setImmediate);
    expect(run).toHaveBeenCalledTimes(2);
    for (const reject of fail) reject(new Error('late'));
    await Promise.all(running);
    expect(errors(host)).toHaveLength(2);
    void item('test.Button').run?.();
    await new Promise(setImmediate);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('leaves the standard commands free while a script is under way, and runs those one at a time', async () => {
    const { host, item } = await formBar({
      definition: appWith('run'),
      scripts: { run: () => new Promise(() => undefined) },
    });
    void item('test.Button').run?.();
    void item('Mscrm.Form.contact.Delete').run?.();
    void item('Mscrm.Form.contact.Delete').run?.();
    await new Promise(setImmediate);
    expect(host.dialogs.open.value.map(({ kind }) => kind)).toEqual(['confirm']);
  });

  it('on an action that is no function does nothing and names it', async () => {
    const command = {
      ...aCommand('test.Button.Command', { actions: [aFunction('run')] }),
      unknownActions: ['Url'],
    };
    const ribbon = aRibbon({ controls: [aControl('test.Button')], commands: { [command.id]: command } });
    const run = jest.fn();
    const { host, item } = await formBar({ definition: anApp({ ribbon }), scripts: { run } });
    await item('test.Button').run?.();
    expect(errors(host)).toEqual([
      expect.stringContaining('not emulated: <Url> of the command test.Button.Command'),
    ]);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('A flyout', () => {
  const entry = (id: string) => aControl(id);
  const flyout = (kind: 'flyout' | 'split', command: string) =>
    aControl('test.Menu', {
      kind,
      command,
      sections: [
        { id: 's1', title: '', controls: [entry('test.One'), entry('test.Two')] },
        { id: 's2', title: '', controls: [entry('test.Three'), entry('test.Hidden')] },
      ],
    });
  const entryCommands = {
    'test.One.Command': aCommand('test.One.Command', { actions: [aFunction('one')] }),
    'test.Two.Command': aCommand('test.Two.Command', { enableRules: ['test.Rule'] }),
    'test.Three.Command': aCommand('test.Three.Command'),
    'test.Hidden.Command': aCommand('test.Hidden.Command'),
  };
  const ribbon = (kind: 'flyout' | 'split', command: string) =>
    aRibbon({
      controls: [flyout(kind, command)],
      commands: command === '' ? entryCommands : { [command]: aCommand(command), ...entryCommands },
      hidden: ['test.Hidden'],
      enableRules: {
        'test.Rule': {
          id: 'test.Rule',
          steps: [{ kind: 'SelectionCountRule', appliesTo: 'SelectedEntity', minimum: 1, invert: false }],
        },
      },
    });

  it.each(['', 'test.Menu.Command'])(
    'opens only, and asks the rules of its entries then',
    async (command) => {
      const one = jest.fn();
      const definition = anApp({ ribbon: ribbon('flyout', command) });
      const { item, grid } = await listBar({ definition, scripts: { one } });
      const menu = item('test.Menu');
      expect(menu.run).toBeUndefined();
      const ids = async () => (await menu.menu?.open())?.map(({ id }) => id);
      expect(await ids()).toEqual(['test.One', 'test.Three']);
      grid.select([carla.contactid]);
      expect(await ids()).toEqual(['test.One', 'test.Two', 'test.Three']);

      const [first] = (await menu.menu?.open()) ?? [];
      expect(first?.dataId).toBe('contact|NoRelationship|HomePageGrid|test.One');
      await first?.run?.();
      expect(one).toHaveBeenCalledTimes(1);
    },
  );

  it('that is a split button has a click of its own', async () => {
    const definition = anApp({ ribbon: ribbon('split', 'test.Menu.Command') });
    const { item } = await listBar({ definition });
    expect(item('test.Menu').run).toBeDefined();
    expect(await item('test.Menu').menu?.open()).toHaveLength(2);
  });
});
