import type { Account } from 'oidc-provider';
import { subjectOf, type Person } from '../person.js';

/** Who has signed in since the start, with what was said of them then. */
export interface SignedIn {
  /**
   * @param vouched whether the provider vouches for the address
   * @returns the person's `sub`
   */
  add(person: Person, vouched: boolean): string;
  find(subject: string): Account | undefined;
}

/** A memory of those who have signed in: tokens are made after the page has been left, and of what was true on it. */
export function signedInPeople(): SignedIn {
  const accounts = new Map<string, Account>();
  return {
    add(person, vouched) {
      const subject = subjectOf(person);
      const claims = {
        sub: subject,
        email: person.email,
        email_verified: vouched,
        name: person.name,
        ...(person.givenName === undefined ? {} : { given_name: person.givenName }),
        ...(person.familyName === undefined ? {} : { family_name: person.familyName }),
        ...(person.locale === undefined ? {} : { locale: person.locale }),
      };
      accounts.set(subject, { accountId: subject, claims: () => claims });
      return subject;
    },
    find: (subject) => accounts.get(subject),
  };
}
