import { linkId, linkIdByCode } from '../../invitation/ids.js';
import type { Settings } from '../../contract/settings.js';
import { linkedIdentity } from '../../../solution/schema.js';
import { comparableAddress } from './address.js';
import { newContact } from './newContact.js';
import type { Candidate, Recognition, RecognitionFacts } from './recognition.js';

const { proof } = linkedIdentity;
const stranger: Recognition = { kind: 'nobody', refusal: 'wrongAccount', because: 'stranger' };
const taken: Recognition = { kind: 'nobody', refusal: 'identityTaken', because: 'linkedToAnother' };

/**
 * Finds out who a visitor is to an invitation. The order is that of how much each thing proves: a link, an address that the provider has
 * verified, the code; and last, where anyone may redeem, whoever has an address.
 */
export function recognise(
  facts: RecognitionFacts,
  policy: Pick<Settings, 'redeemerPolicy' | 'linkingPolicy'>,
): Recognition {
  const { link } = facts;
  if (link?.active === false) return { kind: 'nobody', refusal: 'wrongAccount', because: 'barred' };
  return (
    byLink(facts, new Set([...facts.invited, ...facts.redeemed])) ??
    byAddress(facts) ??
    (policy.linkingPolicy === 'code' ? byCode(facts) : undefined) ??
    (policy.redeemerPolicy === 'anyone' ? asAnyone(facts) : stranger)
  );
}

function byLink({ link }: RecognitionFacts, among: ReadonlySet<string>): Recognition | undefined {
  const contactId = link?.contactId;
  if (contactId === undefined || !among.has(contactId)) return undefined;
  return { kind: 'contact', contactId, proved: true, link: undefined };
}

/**
 * Contacts can be duplicates of each other, and people share addresses: whoever is linked already is not taken from its owner. Where the
 * address is that of an inactive contact alone, it is they: to be told so, and to get nothing.
 */
function byAddress(facts: RecognitionFacts): Recognition | undefined {
  const invited = withAddress(facts).filter(({ contactid }) => facts.invited.has(contactid));
  const active = invited.filter(isActive);
  if (active.length === 0) {
    const [contact] = invited;
    return contact && { kind: 'contact', contactId: contact.contactid, proved: false, link: undefined };
  }
  const free = active.filter(({ contactid }) => !isAnothers(contactid, facts)).map((each) => each.contactid);
  const contactId = free.find((id) => facts.redeemed.has(id)) ?? free.sort()[0];
  return contactId === undefined ? taken : linkedByAddress(contactId, facts);
}

/**
 * The code of a group proves nothing about who holds it, nor does one that was used: whoever finds it later would be told that they have
 * redeemed it, as the contact. A link of the contact, even one that is inactive, is somebody's.
 */
function byCode({
  group,
  invited,
  redeemed,
  identity,
  link,
  links,
  candidates,
}: RecognitionFacts): Recognition | undefined {
  const contactId = candidates.find(({ contactid }) => invited.has(contactid))?.contactid;
  if (group || link !== undefined || contactId === undefined || redeemed.has(contactId)) return undefined;
  const id = linkIdByCode(contactId);
  if (links.some((each) => each.contactId === contactId || each.id === id)) return taken;
  return {
    kind: 'contact',
    contactId,
    proved: false,
    link: { id, identity, proof: proof.invitationCode },
  };
}

function asAnyone(facts: RecognitionFacts): Recognition {
  const { visitor, identity, candidates, group, link, more } = facts;
  const linked = byLink(facts, new Set(candidates.map(({ contactid }) => contactid)));
  if (linked) return linked;
  if (link !== undefined) return stranger;

  const [first, second] = withAddress(facts).filter(isActive);
  if (second !== undefined || more) {
    return { kind: 'nobody', refusal: 'wrongAccount', because: 'severalContacts' };
  }
  if (first !== undefined) {
    return isAnothers(first.contactid, facts) ? taken : linkedByAddress(first.contactid, facts);
  }
  // A single invitation is one person's: nobody becomes a new contact with it.
  const contact =
    group && comparableAddress(visitor.verifiedEmail) ? newContact(visitor, identity) : undefined;
  if (contact === undefined) return stranger;
  const newLink = { id: linkId(identity), identity, proof: proof.newContact };
  const before = candidates.find(({ contactid }) => contactid === contact.contactid);
  if (before === undefined) return { kind: 'new', contact, link: newLink };
  // They became this contact before; since then somebody has changed its address and deleted its link.
  return isAnothers(before.contactid, facts)
    ? taken
    : { kind: 'contact', contactId: before.contactid, proved: false, link: newLink };
}

/** Exactly the address: the filter of Dataverse finds its neighbours too. */
function withAddress({ visitor, candidates }: RecognitionFacts): readonly Candidate[] {
  const address = comparableAddress(visitor.verifiedEmail);
  if (address === undefined) return [];
  return candidates.filter(({ emailaddress1 }) => comparableAddress(emailaddress1) === address);
}

const isActive = ({ statecode }: Candidate): boolean => statecode === 0;

/** One person has one subject at an issuer: another subject is another person. */
const isAnothers = (contactId: string, { links, visitor, identity }: RecognitionFacts): boolean =>
  links.some(
    (each) =>
      each.active &&
      each.contactId === contactId &&
      each.issuer === visitor.issuer &&
      each.identity !== identity,
  );

/** An identity that is linked already, to a duplicate of the contact, stays where it is. */
const linkedByAddress = (contactId: string, { link, identity }: RecognitionFacts): Recognition => ({
  kind: 'contact',
  contactId,
  proved: true,
  link: link === undefined ? { id: linkId(identity), identity, proof: proof.verifiedEmail } : undefined,
});
