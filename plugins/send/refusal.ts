import type { DataverseFailure } from '../dataverse/door.js';

/**
 * Error codes of Dataverse that an admin can do something about, in the admin's words (Web API: error codes;
 * Send email on behalf).
 */
const sentences: Readonly<Record<string, string>> = {
  '0x80048306':
    'The service may not use a row this mail needs. Give its application user the security role "Invitation Service".',
  '0x8004480d':
    'The service may not send mail as the owner of the invitation. The owner must allow others to send on their behalf (Personal options, Email), and the service needs the right to send email as another user.',
  '0x8004480f': 'The service may not send mail from the sender queue. Give it access to the queue.',
  '0x80040b02': 'The sender has no address. Fill it in on the user or on the queue.',
  '0x80040b08': 'The sender has no address. Fill it in on the user or on the queue.',
  '0x80040b04': 'The contact cannot be mailed: Dataverse found no address to write to.',
  '0x80040b00': 'The contact cannot be mailed: Dataverse does not accept the address.',
};

/** Why Dataverse refused a mail, and what to do, in a sentence. */
export function refusalSentence({ code, status, message }: DataverseFailure): string {
  const known = code === undefined ? undefined : sentences[code.toLowerCase()];
  return `Dataverse refused the mail. ${known ?? message} (${code ?? `HTTP ${status ?? ''}`})`;
}
