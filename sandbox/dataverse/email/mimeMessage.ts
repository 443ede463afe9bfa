import { convert } from 'html-to-text';
import type { SendMailOptions } from 'nodemailer';
import type { StoredRow } from '../storage/store.js';
import type { EmailParty } from './emailParty.js';
import { partyKind } from './emailStatus.js';

/** A party that has an address. */
export type AddressedParty = EmailParty & { readonly address: string };

/** Whether mail can go to or from the party. */
export function hasAddress(party: EmailParty): party is AddressedParty {
  return party.address !== undefined;
}

/**
 * An e-mail row as a MIME message: its HTML and a plain-text part made from it. The Message-ID comes from the row's id,
 * so that a mail which is sent twice can be told to be one ("at least once" is all that handing over a mail can be).
 *
 * @param email a row of `email` as stored
 * @param parties its parties with addresses, exactly one of them the sender
 * @param date when it is sent
 */
export function mimeMessage(
  email: StoredRow,
  parties: readonly AddressedParty[],
  date: Date,
): SendMailOptions {
  const html = String(email['description'] ?? '');
  const [from] = addresses(parties, partyKind.sender);
  return {
    from,
    to: addresses(parties, partyKind.to),
    cc: addresses(parties, partyKind.cc),
    bcc: addresses(parties, partyKind.bcc),
    subject: String(email['subject'] ?? ''),
    date,
    messageId: messageId(String(email['activityid']), from?.address ?? ''),
    headers: { 'Auto-Submitted': 'auto-generated' },
    html,
    text: plainText(html),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The Message-ID of an e-mail: its row's id at the sender's domain. */
export function messageId(emailId: string, senderAddress: string): string {
  return `<${emailId}@${senderAddress.split('@')[1] ?? 'localhost'}>`;
}

/** What a reader without HTML sees: links with their address, headings in their own case, nothing hidden, no pictures. */
function plainText(html: string): string {
  const heading = { options: { uppercase: false } };
  return convert(html, {
    wordwrap: 78,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: '[style*="display: none"]', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
    ],
  });
}

function addresses(parties: readonly AddressedParty[], kind: number): { name: string; address: string }[] {
  return parties.filter((party) => party.kind === kind).map(({ name, address }) => ({ name, address }));
}
