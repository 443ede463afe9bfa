import type { Page } from 'playwright-core';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { createSeal } from '../../../plugins/doors/sealed/seal.js';
import { newJourney } from '../../../plugins/doors/page/visit/journey.js';
import { subjectOf } from '../../../sandbox/identity/person.js';
import type { SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import type { Person } from './people.js';

/** What the doors of these tests seal cookies with. */
export const doorsSecret = 'a secret of these tests that is of no value anywhere else';

const halfAnHour = 1800;

/** Gives a browser the cookie with which it comes back from signing in, as the doors have sealed it. */
export async function alreadySignedIn(
  page: Page,
  { doors, identity }: SystemWithDoors,
  { id, name, address }: Person,
): Promise<void> {
  const visitor: Visitor = {
    issuer: identity,
    subject: subjectOf({ id }),
    verifiedEmail: address,
    name,
    provider: 'Sandbox',
  };
  const seal = createSeal({ secrets: [doorsSecret], url: doors }, () => new Date());
  await addCookie(page, doors, 'visitor', await seal.seal('visitor', visitor, halfAnHour));
}

/** Puts a cookie of an hour ago into the place of the one that knows the invitation. */
export async function withOldJourney(page: Page, { doors }: SystemWithDoors, code: string): Promise<void> {
  const anHourAgo = (): Date => new Date(Date.now() - 3_600_000);
  const sealed = await createSeal({ secrets: [doorsSecret], url: doors }, anHourAgo).seal(
    'journey',
    newJourney({ code }),
    halfAnHour,
  );
  await addCookie(page, doors, 'journey', sealed);
}

const addCookie = (page: Page, url: string, name: string, value: string): Promise<void> =>
  page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
