import { identityKey } from '../../../../plugins/invitation/ids.js';
import type { Candidate, Link, RecognitionFacts } from '../../../../plugins/redeem/recognise/recognition.js';
import type { Visitor } from '../../../../plugins/redeem/visitor.js';

const issuer = 'https://login.contoso.example';
export const address = 'ann@contoso.example';

export const visitor = (given: Partial<Visitor> = {}): Visitor => ({
  issuer,
  subject: 'ann',
  verifiedEmail: address,
  provider: 'Contoso',
  ...given,
});
export const identity = identityKey(issuer, 'ann');

/** A contact with the visitor's address. */
export const candidate = (contactid: string, given: Partial<Candidate> = {}): Candidate => ({
  contactid,
  emailaddress1: address,
  statecode: 0,
  ...given,
});

/** The link of an identity of somebody at an issuer to a contact. */
export const link = (contactId: string, subject = 'ann', given: Partial<Link> = {}): Link => ({
  id: `link of ${subject} at ${given.issuer ?? issuer}`,
  contactId,
  issuer,
  identity: identityKey(given.issuer ?? issuer, subject),
  active: true,
  ...given,
});

/** What was read for the visitor at a single invitation, with what a test changes. */
export const factsFor = (
  given: Partial<Omit<RecognitionFacts, 'invited' | 'redeemed'>> & {
    readonly invited?: readonly string[];
    readonly redeemed?: readonly string[];
  },
): RecognitionFacts => ({
  visitor: visitor(),
  identity,
  group: false,
  candidates: [],
  link: undefined,
  links: [],
  more: false,
  ...given,
  invited: new Set(given.invited),
  redeemed: new Set(given.redeemed),
});
