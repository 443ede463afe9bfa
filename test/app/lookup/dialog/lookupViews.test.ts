import { describe, expect, it } from '@jest/globals';
import { lookupViews } from '../../../../sandbox/app/client/lookup/dialog/lookupViews.js';
import { aTable, aView, guid } from '../../definition.js';

const views = [
  aView('contact', { id: guid(1), name: 'Active' }),
  aView('contact', { id: guid(2), name: 'All' }),
  aView('contact', { id: guid(3), name: 'Quick find', queryType: 4 }),
  aView('contact', { id: guid(4), name: 'Lookup', queryType: 64 }),
];
const namesFor = (viewId?: string) =>
  lookupViews(aTable('contact', { views }), viewId).map(({ name }) => name);

describe('The views of a lookup dialog', () => {
  it('begin with the lookup view', () => {
    expect(namesFor()).toEqual(['Lookup', 'Active', 'All']);
  });

  it('begin with the one that was asked for, once', () => {
    expect(namesFor(guid(2))).toEqual(['All', 'Lookup', 'Active']);
  });

  it('have before them those that a script made up for this table', () => {
    const custom = [aView('contact', { id: guid(5), name: 'Ours' }), aView('account', { id: guid(6) })];
    const names = lookupViews(aTable('contact', { views }), undefined, custom).map(({ name }) => name);
    expect(names).toEqual(['Ours', 'Lookup', 'Active', 'All']);
  });
});
