import { localeOf } from '../invitation/locale.js';
import { redemptionLink, siteHost } from '../invitation/links.js';
import type { Settings } from '../contract/settings.js';
import type { InvitationToSend, Invitee } from './invitationToSend.js';
import type { Sender } from './sender.js';

/**
 * What the tokens of a template stand for in one mail. What an invitation does not have is null, so that
 * `{{#if}}` can ask.
 */
export interface MailValues {
  readonly contact: { readonly fullname: string; readonly firstname: string; readonly lastname: string };
  readonly inviter: { readonly fullname: string } | null;
  readonly sender: { readonly fullname: string };
  readonly account: { readonly name: string } | null;
  readonly invitation: { readonly name: string; readonly expirydate: string | null };
  readonly site: { readonly url: string; readonly host: string };
  readonly link: string;
}

/** Gathers the values of one mail, dates written out in the language of the template. */
export function mailValues(
  mail: {
    readonly invitation: InvitationToSend;
    readonly invitee: Invitee;
    readonly sender: Sender;
    readonly code: string;
  },
  language: number,
  settings: Pick<Settings, 'siteUrl' | 'redemptionPath'>,
): MailValues {
  const { invitation, invitee, sender, code } = mail;
  const fullname = invitee.fullname ?? '';
  return {
    // A contact has a last name or a first name for certain; a greeting that asks for the other still greets
    // somebody.
    contact: { fullname, firstname: invitee.firstname || fullname, lastname: invitee.lastname || fullname },
    inviter: invitation.inv_inviterid && { fullname: invitation.inv_inviterid.fullname ?? '' },
    sender: { fullname: sender.name },
    account: invitation.inv_accountid && { name: invitation.inv_accountid.name ?? '' },
    invitation: {
      name: invitation.inv_name,
      expirydate: invitation.inv_expirydate && longDate(invitation.inv_expirydate, language),
    },
    site: { url: settings.siteUrl, host: siteHost(settings.siteUrl) },
    link: redemptionLink(settings.siteUrl, settings.redemptionPath, code),
  };
}

/**
 * `31 December 2026`, `31. Dezember 2026`: a calendar day has no zone, so it is written in the one it is
 * parsed in.
 */
function longDate(day: string, language: number): string {
  return calendarIn(language).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** By the languages that templates are in. Making a calendar takes longer than rendering the mail. */
const calendars = new Map<number, Intl.DateTimeFormat>();

function calendarIn(language: number): Intl.DateTimeFormat {
  const made =
    calendars.get(language) ??
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  calendars.set(language, made);
  return made;
}
