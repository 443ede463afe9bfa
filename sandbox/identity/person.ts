import { createHash } from 'node:crypto';

/** Somebody who can sign in at the sandbox's identity provider. */
export interface Person {
  /** Id of the contact; what the provider calls them elsewhere is made of it (`subjectOf`). */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly givenName?: string;
  readonly familyName?: string;
  /** BCP 47 tag: `fr`. */
  readonly locale?: string;
}

/** `sub` of a person: the same at each sign-in, and nothing that anybody could take for the id of a contact. */
export function subjectOf(person: Pick<Person, 'id'>): string {
  return createHash('sha256').update(`sandbox person ${person.id}`).digest('hex').slice(0, 32);
}

/** Somebody who is no contact. The same address is the same person. */
export function somebodyElse(name: string, email: string): Person {
  return { id: `somebody else ${email.toLowerCase()}`, email, name };
}

/** The people with this address: several contacts may have one. */
export function withAddress(people: readonly Person[], email: string): readonly Person[] {
  const wanted = email.toLowerCase();
  return people.filter((person) => person.email.toLowerCase() === wanted);
}

/** The people whose name or address contains every word of a filter, accents and case aside. */
export function matching(people: readonly Person[], filter: string): readonly Person[] {
  const words = plain(filter).split(/\s+/);
  return people.filter(({ name, email }) => words.every((word) => plain(`${name} ${email}`).includes(word)));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
