import { describe, expect, it } from '@jest/globals';
import { failClosed } from '../../../sandbox/app/client/xrm/failClosed.js';
import { itemCollection } from '../../../sandbox/app/client/xrm/itemCollection.js';
import { fakeXrm } from '../../webresources/fakeXrm.js';

const read = (object: object, path: string): unknown =>
  path.split('.').reduce<unknown>((owner, name) => (owner as Record<string, unknown>)[name], object);

describe('an object that fails closed', () => {
  const thing = failClosed('Thing', { known: 1, nothing: undefined }, { old: 'the new one' });

  it('has what it has', () => {
    expect([thing.known, thing.nothing]).toEqual([1, undefined]);
  });

  it.each([
    ['unknown', 'not emulated: Thing.unknown'],
    ['old', 'not emulated: Thing.old is deprecated, use the new one'],
  ])('throws for %s', (member, message) => {
    expect(() => read(thing, member)).toThrow(message);
  });

  it('answers what runtimes ask any object', async () => {
    expect(await Promise.resolve(thing)).toBe(thing);
    expect(JSON.stringify(thing)).toBe('{"known":1}');
    expect(String(thing)).toBe('[object Object]');
  });
});

describe('Xrm', () => {
  it.each([
    ['Copilot', 'not emulated: Xrm.Copilot'],
    ['Page', 'Xrm.Page is deprecated, use the form context that handlers and commands are given'],
    ['Utility.alertDialog', 'Xrm.Utility.alertDialog is deprecated, use Xrm.Navigation.openAlertDialog'],
    ['Utility.openEntityForm', 'deprecated, use Xrm.Navigation.openForm'],
    ['Navigation.openWebResource', 'not emulated: Xrm.Navigation.openWebResource'],
    ['Navigation.openFile', 'not emulated: Xrm.Navigation.openFile'],
    ['WebApi.offline', 'not emulated: Xrm.WebApi.offline'],
    ['App.sidePanes', 'not emulated: Xrm.App.sidePanes'],
    ['Device.captureImage', 'not emulated: Xrm.Device.captureImage'],
    ['Panel.loadPanel', 'not emulated: Xrm.Panel.loadPanel'],
    ['Encoding.nothing', 'not emulated: Xrm.Encoding.nothing'],
  ])('throws for %s', (path, message) => {
    expect(() => read(fakeXrm().xrm, path)).toThrow(message);
  });
});

describe('a collection', () => {
  const letters = ['a', 'b', 'c'];
  const collection = itemCollection(
    'letters',
    () => letters,
    (letter) => `name_${letter}`,
  );

  it.each([
    ['all', [], letters],
    ['one by its index', [1], 'b'],
    ['one by its name', ['name_c'], 'c'],
    ['none by an unknown name', ['nothing'], null],
    ['none by an index beyond', [3], null],
    ['those that are chosen', [(letter: string) => letter > 'a'], ['b', 'c']],
  ])('gives %s', (_, args, found) => {
    expect((collection.get as (...args: unknown[]) => unknown)(...args)).toEqual(found);
  });

  it('is walked in order and knows its length', () => {
    const seen: string[] = [];
    collection.forEach((letter, index) => seen.push(`${index}${letter}`));
    expect([seen, collection.getLength()]).toEqual([['0a', '1b', '2c'], 3]);
  });
});
