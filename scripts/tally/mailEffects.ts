import { mailKey } from './key.js';

/** A mail as it lies in the mailbox. */
export interface ArrivedMail {
  /** Addresses of the SMTP envelope. */
  readonly recipients: readonly string[];
  /** The plain-text part, with the link in it. */
  readonly text: string;
}

/** What the asker knows, to tell whose a mail is without asking the service. */
export interface MailOrigins {
  /** Invitation by code. */
  readonly invitationOf: ReadonlyMap<string, string>;
  /** Contact by address in lower case. */
  readonly contactOf: ReadonlyMap<string, string>;
  /** The generation that was asked for, by invitation; 1 where there is none. */
  readonly generationOf: ReadonlyMap<string, number>;
}

/** The code in a link: the value of the redemption path's parameter (environment variable inv_RedemptionPath, its default). */
const linkedCode = /[?&]invitation=([^&\s>"'\]]+)/;

/**
 * The keys of the mails that arrived, one for each recipient of each mail. A mail belongs to the invitation whose code its link
 * carries, to the contact whose address it went to, and to the generation asked for when it came: nothing that the service says of
 * itself, its email ids, counters or states, is believed. A mail without a known code or address keeps that in its key, so that a
 * tally shows it as unexpected.
 */
export function mailEffects(mails: readonly ArrivedMail[], origins: MailOrigins): readonly string[] {
  return mails.flatMap(({ recipients, text }) => {
    const code = decodeURIComponent(linkedCode.exec(text)?.[1] ?? '');
    const invitation = origins.invitationOf.get(code) ?? 'unknown';
    const generation = origins.generationOf.get(invitation) ?? 1;
    return recipients.map((address) =>
      mailKey(invitation, origins.contactOf.get(address.toLowerCase()) ?? 'unknown', generation),
    );
  });
}
