import { somebodyElse, withAddress, type Person } from './person.js';

/** Fields of the sign-in page's form. */
export interface Form {
  /** Address that was typed. */
  readonly email?: string;
  /** Id of the person whose button was pressed. */
  readonly person?: string;
  /** Of somebody else. */
  readonly name?: string;
  readonly address?: string;
  /** Set: the provider does not vouch for the address. */
  readonly unverified?: string;
  readonly cancel?: string;
}

/** What somebody chose on the page, or why it cannot be, with the people to choose among. */
export type Choice =
  | { readonly cancelled: true }
  | { readonly cancelled: false; readonly person: Person; readonly vouched: boolean }
  | { readonly problem: string; readonly among: readonly Person[] };

const anAddress = /^[^\s@<>]+@[^\s@<>]+$/;

/** What a form means. The button of a person wins, then the address that was typed, then somebody else. */
export function choose(form: Form, people: readonly Person[]): Choice {
  if (form.cancel !== undefined) return { cancelled: true };
  const vouched = form.unverified === undefined;
  const as = (person: Person): Choice => ({ cancelled: false, person, vouched });
  if (form.person !== undefined) {
    const person = people.find(({ id }) => id === form.person);
    return person ? as(person) : { problem: 'This person is not here any more.', among: people };
  }
  const [typed, name, address] = [trimmed(form.email), trimmed(form.name), trimmed(form.address)];
  if (typed !== '') {
    const found = withAddress(people, typed);
    const [person] = found;
    if (person === undefined) {
      return { problem: 'Nobody here has this address. Is it somebody else?', among: people };
    }
    return found.length === 1 ? as(person) : { problem: 'Several people have this address.', among: found };
  }
  if (name === '' && address === '')
    return { problem: 'Type an address, or choose a person.', among: people };
  if (name === '') return { problem: 'Somebody else needs a name.', among: people };
  if (!anAddress.test(address)) return { problem: 'Somebody else needs an address.', among: people };
  return as(somebodyElse(name, address));
}

const trimmed = (text = ''): string => text.trim();
