import { describe, expect, it } from '@jest/globals';
import { choose } from '../../../sandbox/identity/choice.js';
import { matching, somebodyElse, subjectOf, type Person } from '../../../sandbox/identity/person.js';

const alice: Person = { id: '1', name: 'Alice Nguyen', email: 'alice@contoso.example' };
const zoe: Person = { id: '2', name: 'Zoë Ångström', email: 'zoe@contoso.example' };
const twin: Person = { id: '3', name: 'Zoë Twin', email: 'Zoe@Contoso.example' };
const people = [alice, zoe, twin];

const chosen = (person: Person, vouched = true) => ({ cancelled: false, person, vouched });

describe('what is chosen on the sign-in page', () => {
  it.each([
    ['the address that was typed', { email: ' ALICE@contoso.example' }, chosen(alice)],
    ['the person whose button was pressed', { person: '2', email: 'alice@contoso.example' }, chosen(zoe)],
    ['an address that is not vouched for', { email: alice.email, unverified: 'yes' }, chosen(alice, false)],
    [
      'somebody else',
      { email: '', name: 'Eve', address: 'eve@evil.example' },
      chosen({ id: 'somebody else eve@evil.example', name: 'Eve', email: 'eve@evil.example' }),
    ],
    ['nobody: cancelled', { cancel: 'yes', person: '1' }, { cancelled: true }],
  ])('is %s', (_case, form, expected) => {
    expect(choose(form, people)).toEqual(expected);
  });

  it.each([
    ['nothing', {}, 'Type an address, or choose a person.', people],
    ['an unknown address', { email: 'eve@evil.example' }, /Is it somebody else\?$/, people],
    ['an address of several', { email: zoe.email }, 'Several people have this address.', [zoe, twin]],
    ['a person who is gone', { person: '9' }, 'This person is not here any more.', people],
    ['somebody else without a name', { address: 'eve@evil.example' }, 'Somebody else needs a name.', people],
    ['somebody else without an address', { name: 'Eve' }, 'Somebody else needs an address.', people],
    ['somebody else with half an address', { name: 'Eve', address: 'eve' }, /needs an address/, people],
  ])('cannot be %s', (_case, form, problem, among) => {
    const choice = choose(form, people);
    expect(choice).toEqual({
      problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
      among,
    });
  });
});

describe('the list of people', () => {
  it.each([
    ['', people],
    ['zoe', [zoe, twin]],
    ['ANGSTROM zoë', [zoe]],
    ['contoso alice', [alice]],
    ['nobody', []],
  ])('is filtered by the words "%s", accents and case aside', (filter, expected) => {
    expect(matching(people, filter)).toEqual(expected);
  });
});

describe('the subject of a person', () => {
  it('is always the same, of each another one, and tells no id', () => {
    const moved: Person = { ...alice, email: 'moved@contoso.example' };
    expect(subjectOf(alice)).toBe(subjectOf(moved));
    expect(new Set(people.map(subjectOf)).size).toBe(3);
    const id = 'c0000000-0000-4000-8000-000000000001';
    expect(subjectOf({ id })).not.toContain(id.slice(0, 8));
  });

  it('is that of the address for somebody else', () => {
    const [eve, again] = [somebodyElse('Eve', 'eve@evil.example'), somebodyElse('Eva', 'EVE@evil.example')];
    expect(subjectOf(eve)).toBe(subjectOf(again));
    expect(subjectOf(eve)).not.toBe(subjectOf(somebodyElse('Eve', 'other@evil.example')));
  });
});
