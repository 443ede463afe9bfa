import { randomUUID } from 'node:crypto';
import { textLiteral } from '../../../../plugins/redeem/facts/odata.js';
import { identityKey } from '../../../../plugins/invitation/ids.js';
import type { Visitor } from '../../../../plugins/redeem/visitor.js';
import { linkedIdentity } from '../../../../solution/schema.js';
import type { System } from '../system.js';
import { findInvitation } from './nativeInvitation.js';
import { redeemNatively } from './nativeRedemption.js';
import { addressTaken, invalidCode, NativeMessage, type NativeService } from './nativeService.js';

/**
 * How somebody whom the site does not know yet gets an account: at an identity provider, or with the site's own form, in which they type
 * an address.
 */
export type Manner = 'provider' | 'form';

/**
 * The native invitations of Power Pages, as far as their redemption is known: with open registration, which is their default, and unique
 * addresses, which are theirs too. It shows that what is asserted of ours can fail, and on what.
 */
export function nativeSystem(service: NativeService, manner: Manner = 'provider'): System {
  const { admin } = service;

  /** Whoever signed in: nobody compares them with whom the invitation is for. */
  const asContact = async (code: string, contactId: string): Promise<string> => {
    const invitation = await findInvitation(code, service);
    if (invitation === undefined) throw new NativeMessage(invalidCode);
    await redeemNatively(invitation, contactId, service);
    return 'redeemed';
  };

  const byForm = async (code: string, visitor: Visitor): Promise<string> => {
    const invitation = await findInvitation(code, service);
    const contact = invitation?.invitedContact;
    if (!invitation || !contact?.active) throw new NativeMessage(invalidCode);
    const typed = visitor.verifiedEmail ?? contact.address;
    await requireUnique(typed, contact.id);
    await admin.update(`contacts(${contact.id})`, { emailaddress1: typed });
    await addLogin(contact.id, visitor);
    await redeemNatively(invitation, contact.id, service);
    return 'redeemed';
  };

  const atProvider = async (code: string, visitor: Visitor): Promise<string> => {
    const invitation = await findInvitation(code, service);
    const contact = invitation?.invitedContact;
    if (contact?.active === false) throw new Error('unhandled: no user to create');
    // The address of the invited contact goes before that of the provider.
    await requireUnique(contact?.address ?? visitor.verifiedEmail, contact?.id);
    const id = contact?.id ?? (await newContact(visitor));
    await addLogin(id, visitor);
    if (invitation === undefined) return 'signed in';
    await redeemNatively(invitation, id, service);
    return 'redeemed';
  };

  const newContact = async ({ verifiedEmail }: Visitor): Promise<string> => {
    const contactid = randomUUID();
    await admin.create('contacts', { contactid, lastname: 'New', emailaddress1: verifiedEmail });
    return contactid;
  };

  /** The holder of the address is looked for as one row, and of two or more nothing comes back; inactive contacts count. */
  const requireUnique = async (address: string | undefined, except: string | undefined): Promise<void> => {
    if (address === undefined) return;
    const holders = await admin.rows(
      `contacts?$select=contactid&$filter=emailaddress1 eq ${textLiteral(address)}`,
    );
    if (holders.filter(({ contactid }) => contactid !== except).length === 1)
      throw new NativeMessage(addressTaken);
  };

  /** Whether the contact has a login already is not asked. */
  const addLogin = (contact: string, { issuer, subject }: Visitor): Promise<void> =>
    admin.create(linkedIdentity.set, {
      inv_name: 'login',
      inv_issuer: issuer,
      inv_subject: subject,
      inv_identitykey: identityKey(issuer, subject),
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });

  const contactOf = async ({ issuer, subject }: Visitor): Promise<string | undefined> => {
    const key = identityKey(issuer, subject);
    const [login] = await admin.rows(`${linkedIdentity.set}?$filter=inv_identitykey eq '${key}'`);
    return login && String(login._inv_contactid_value);
  };

  return {
    asContact: (code, contactId) => told(() => asContact(code, contactId)),
    asVisitor: (code, visitor) =>
      told(async () => {
        const known = await contactOf(visitor);
        if (known !== undefined) return asContact(code, known);
        return manner === 'form' ? byForm(code, visitor) : atProvider(code, visitor);
      }),
  };
}

/** A message stands on the form; everything else is an error page. */
async function told(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    return error instanceof NativeMessage ? error.message : 'error page';
  }
}
