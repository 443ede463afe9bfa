import type { Person } from './person.js';

/** Languages of contacts by LCID, as the sample data has them. */
const locales: Readonly<Record<number, string>> = {
  1031: 'de',
  1033: 'en',
  1034: 'es',
  1036: 'fr',
  3082: 'es',
};

const columns = ['contactid', 'fullname', 'firstname', 'lastname', 'emailaddress1', 'mspp_userpreferredlcid'];

interface ContactRow {
  readonly contactid: string;
  readonly fullname: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly emailaddress1: string;
  readonly mspp_userpreferredlcid: number | null;
}

/**
 * Reads the contacts with an address over the Web API, as they are at that moment: give it to `startIdentityProvider`.
 *
 * @param dataverse its address without a trailing slash, and a token of somebody who may read contacts
 */
export function contactsOf({
  url,
  token,
}: {
  readonly url: string;
  readonly token: string;
}): () => Promise<readonly Person[]> {
  return async () => {
    const people: Person[] = [];
    let next: string | undefined =
      `${url}/api/data/v9.2/contacts?$select=${columns.join(',')}&$filter=emailaddress1 ne null&$orderby=fullname,contactid`;
    while (next !== undefined) {
      const response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) throw new Error(`Dataverse answers with status ${response.status}.`);
      const page = (await response.json()) as {
        readonly value: readonly ContactRow[];
        readonly '@odata.nextLink'?: string;
      };
      people.push(...page.value.map(personOf));
      next = page['@odata.nextLink'];
    }
    return people;
  };
}

function personOf(row: ContactRow): Person {
  const locale = locales[row.mspp_userpreferredlcid ?? 0];
  return {
    id: row.contactid,
    email: row.emailaddress1,
    name: row.fullname ?? row.emailaddress1,
    ...(row.firstname === null ? {} : { givenName: row.firstname }),
    ...(row.lastname === null ? {} : { familyName: row.lastname }),
    ...(locale === undefined ? {} : { locale }),
  };
}
