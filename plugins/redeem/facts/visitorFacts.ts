import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../../contract/settings.js';
import type { Dataverse, Read, Row } from '../../dataverse/door.js';
import { identityKey, linkIdByCode, newContactId } from '../../invitation/ids.js';
import { nilGuid } from '../../invitation/guid.js';
import { comparableAddress } from '../recognise/address.js';
import { recognise } from '../recognise/recognise.js';
import type { Link, Recognition } from '../recognise/recognition.js';
import type { Visitor } from '../visitor.js';
import {
  invitationOf,
  invitationRead,
  invitedIds,
  isGroup,
  membersRead,
  redeemedIds,
  type InvitationToRedeem,
} from './invitationToRedeem.js';
import { linkOf, linkRead, linksRead } from './linkRow.js';
import { oneOf, textLiteral } from './odata.js';
import { redeemerRead, rowsOf, type Redeemer } from './redeemer.js';
import type { ReadTogether, RedemptionFacts } from './redemptionFacts.js';

/** Contacts of one address that are looked at. Of more than that nobody could say who is who. */
const mostOfOneAddress = 50;

/** What it takes to read them. */
export interface VisitorFactsOptions {
  /** For the first request. */
  readonly read: ReadTogether;
  readonly dataverse: Pick<Dataverse, 'readTogether'>;
  readonly policy: Pick<Settings, 'redeemerPolicy' | 'linkingPolicy'>;
  /** More of what belongs to the invitation. */
  readonly alsoExpand?: readonly string[];
  /** What the second request asked the last time: it travels with the first, and most often there is nothing left to ask. */
  readonly expected?: readonly Read[];
}

/**
 * Reads the facts for a visitor and finds out who they are. Two requests: the first finds the contacts who may be the visitor, the
 * second what there is to know of them. Whether the code is good or not, and why not, both are made and hold the same reads. Who reads
 * again because somebody else was quicker needs one: with two, those of another service who need one would win every time.
 *
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export async function readVisitorFacts(
  codeHash: string,
  visitor: Visitor,
  { read, dataverse, policy, alsoExpand, expected = [] }: VisitorFactsOptions,
): Promise<RedemptionFacts> {
  const identity = identityKey(visitor.issuer, visitor.subject);
  const address = comparableAddress(visitor.verifiedEmail);
  const hasAddress =
    address === undefined ? oneOf('contactid', []) : `emailaddress1 eq ${textLiteral(address)}`;
  const ofAddress: Read = {
    set: 'contacts',
    select: ['contactid'],
    filter: `statecode eq 0 and ${hasAddress}`,
    top: mostOfOneAddress,
  };
  const first = [
    invitationRead(codeHash, hasAddress, alsoExpand),
    linkRead(identity),
    ...(policy.redeemerPolicy === 'anyone' ? [ofAddress] : []),
  ];
  const answers = await read([...first, ...expected]);
  const [found, linkFound, sameAddress] = answers.slice(0, first.length);
  const invitation = invitationOf(found);
  const link = linkFound && linkOf(linkFound);
  const others = rowsOf<{ contactid: string }>(sameAddress).map(({ contactid }) => contactid);
  const ids = [
    ...(invitation ? [...invitedIds(invitation), ...redeemedIds(invitation)] : []),
    ...(link?.contactId === undefined ? [] : [link.contactId]),
    ...others,
    newContactId(identity),
  ];
  const asked = candidateReads(codeHash, [...new Set(ids)], invitation);
  const known = knownOf(
    isDeepStrictEqual(asked, expected) ? answers.slice(first.length) : await dataverse.readTogether(asked),
  );

  const facts = { redeemer: undefined, joins: {}, provedInvited: false, asked };
  if (invitation === undefined) return { ...facts, invitation };
  const whole = { ...invitation, ...known.members };
  const recognition = recognise(
    {
      visitor,
      identity,
      group: isGroup(invitation),
      candidates: known.redeemers,
      invited: invitedIds(whole),
      redeemed: redeemedIds(whole),
      link,
      links: known.links,
      more: others.length === mostOfOneAddress,
    },
    policy,
  );
  return { ...facts, invitation: whole, ...recognised(recognition, visitor, whole, known.redeemers) };
}

/** What there is to know of those who may be the visitor. */
interface Known {
  readonly members:
    | Pick<InvitationToRedeem, 'inv_invitation_invitedcontacts' | 'inv_invitation_redeemedcontacts'>
    | undefined;
  readonly redeemers: readonly Redeemer[];
  readonly links: readonly Link[];
}

function candidateReads(
  codeHash: string,
  ids: readonly string[],
  invitation: InvitationToRedeem | undefined,
): readonly Read[] {
  const invited = invitation?._inv_contactid_value ?? nilGuid;
  return [
    membersRead(codeHash, oneOf('contactid', ids)),
    { ...redeemerRead, filter: oneOf('contactid', ids) },
    linksRead(ids, [linkIdByCode(invited)]),
  ];
}

const knownOf = ([members, redeemers, links]: readonly (Row | undefined)[]): Known => ({
  members: members && membersOf(members),
  redeemers: rowsOf<Redeemer>(redeemers),
  links: rowsOf<Row>(links).map(linkOf),
});

/** Nothing else of the row: its version would be newer than the count that was read before. */
const membersOf = (row: Row): Known['members'] => {
  const { inv_invitation_invitedcontacts: invited, inv_invitation_redeemedcontacts: redeemed } =
    row as InvitationToRedeem;
  return { inv_invitation_invitedcontacts: invited, inv_invitation_redeemedcontacts: redeemed };
};

function recognised(
  recognition: Recognition,
  visitor: Visitor,
  invitation: InvitationToRedeem,
  redeemers: readonly Redeemer[],
): Partial<RedemptionFacts> {
  const { issuer, subject, provider } = visitor;
  switch (recognition.kind) {
    case 'nobody':
      return { nobody: recognition };
    case 'new': {
      const { contact, link } = recognition;
      const { contactid, fullname } = contact;
      return {
        redeemer: {
          contactid,
          fullname,
          emailaddress1: null,
          statecode: 0,
          _parentcustomerid_value: null,
          inv_webrole_contacts: [],
        },
        joins: { contact, link: { ...link, issuer, subject, provider } },
      };
    }
    case 'contact': {
      const { contactId, link, proved } = recognition;
      return {
        redeemer: redeemers.find(({ contactid }) => contactid === contactId),
        joins: link ? { link: { ...link, issuer, subject, provider } } : {},
        provedInvited: proved && invitedIds(invitation).has(contactId),
      };
    }
  }
}
