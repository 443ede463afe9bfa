import { randomUUID } from 'node:crypto';
import type { Row } from '../../../plugins/dataverse/door.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { invitation as table, redemptionRequest } from '../../../solution/schema.js';
import type { Product } from '../../service/product/product.js';
import type { Addressee, Redeemer } from '../testbed/ledger.js';

/**
 * The rows of one run. Every run has rows of its own, and what is its own in them has a name, so that the end of one run can be held
 * against that of another.
 */
export interface World {
  readonly product: Product;
  /** Id or text of this run → its name. */
  readonly names: ReadonlyMap<string, string>;
  readonly invitations: readonly string[];
  readonly contacts: string[];
  readonly addressees: Addressee[];
  readonly redeemers: Redeemer[];
  contact(row?: Row): Promise<string>;
  /** A single invitation of a contact, or of none. @param mails how many mails are asked for in the end */
  single(contact: string | undefined, row?: Row, mails?: number): Promise<string>;
  group(contacts: readonly string[], row?: Row, mails?: number): Promise<string>;
  /** A row that asks to redeem. */
  ask(invitation: string, contact: string | null, code: string, may: boolean): Promise<string>;
  /** A row of some other table, under an id of its own. */
  create(set: string, key: string, row: Row): Promise<string>;
  /** What `prepare` leaves for `first`. */
  readonly texts: string[];
  /** A text that is another one in each run: a code. */
  text(): string;
  /** Nothing in it is due any more. */
  retire(): Promise<void>;
}

/** An empty world. */
export function createWorld(product: Product): World {
  const names = new Map<string, string>(
    Object.entries(developmentUsers).map(([name, { id }]) => [id, `<user ${name}>`]),
  );
  const invitations: string[] = [];
  const contacts: string[] = [];
  const addressees: Addressee[] = [];
  const redeemers: Redeemer[] = [];
  const addressOf = (contact: string): string => `${contact}@contoso.example`;
  const named = (kind: string): string => {
    const id = randomUUID();
    names.set(id, `<${kind} ${names.size}>`);
    return id;
  };
  const invite = async (row: Row, invited: readonly string[], mails: number): Promise<string> => {
    const id = await product.invitation(row, invited);
    names.set(id, `<invitation ${names.size}>`);
    invitations.push(id);
    const asked =
      invited.length > 0
        ? invited
        : contacts.filter((contact) => row['inv_contactid@odata.bind'] === `/contacts(${contact})`);
    for (const contact of asked)
      addressees.push({ invitation: id, contact, address: addressOf(contact), mails });
    return id;
  };

  return {
    product,
    names,
    invitations,
    contacts,
    addressees,
    redeemers,
    texts: [],
    async contact(row = {}) {
      const id = named('contact');
      const own = { contactid: id, lastname: 'Guest', emailaddress1: addressOf(id) };
      await product.admin.create('contacts', { ...own, ...row });
      contacts.push(id);
      return id;
    },
    single: (contact, row = {}, mails = 0) =>
      invite(
        {
          inv_type: table.type.single,
          ...(contact === undefined ? {} : { 'inv_contactid@odata.bind': `/contacts(${contact})` }),
          ...row,
        },
        [],
        mails,
      ),
    group: (guests, row = {}, mails = 0) => invite({ inv_type: table.type.group, ...row }, guests, mails),
    async ask(invitation, contact, code, may) {
      const id = named('request');
      await product.admin.create(redemptionRequest.set, {
        inv_redemptionrequestid: id,
        inv_name: 'at the site',
        inv_code: code,
        inv_ipaddress: '203.0.113.7',
        ...(contact === null ? {} : { 'inv_contactid@odata.bind': `/contacts(${contact})` }),
      });
      if (contact !== null) redeemers.push({ invitation, contact, may });
      return id;
    },
    async create(set, key, row) {
      const id = named(set);
      await product.admin.create(set, { [key]: id, ...row });
      return id;
    },
    text() {
      const text = randomUUID();
      names.set(text, `<text ${names.size}>`);
      return text;
    },
    async retire() {
      const inactive = { statecode: table.state.inactive, statuscode: table.status.inactive };
      for (const id of invitations) await product.admin.update(`${table.set}(${id})`, inactive);
    },
  };
}
