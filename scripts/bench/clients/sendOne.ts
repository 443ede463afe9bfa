import { setTimeout as pause } from 'node:timers/promises';
import { invitation as table } from '../../../solution/schema.js';
import { Mistake } from '../../command/mistake.js';
import type { PlainClientOptions, PlainInvitation } from './plainClient.js';

/** Milliseconds in a second, for Retry-After. */
const second = 1000;

/** HTTP status of a request that service protection refuses. */
const tooManyRequests = 429;

/** Who takes part in a mail (activityparty, participationtypemask). */
const participation = { sender: 1, to: 2 } as const;

/**
 * Sends one invitation the way a flow does: read the contact, create the mail, SendEmail, update the invitation. Four requests, one after the
 * other; a request that is refused waits as long as Retry-After says, by itself, and is repeated.
 *
 * @throws DOMException AbortError when the client is stopped
 */
export async function sendOne({ id, contact }: PlainInvitation, options: PlainClientOptions): Promise<void> {
  const guest = await call(options, 'GET', `contacts(${contact})?$select=firstname,emailaddress1`);
  const { firstname } = (await guest.json()) as { firstname: string };
  const mail = await call(options, 'POST', 'emails', {
    subject: 'You are invited',
    description: `<p>Hello ${firstname},</p><p>you are invited to our site.</p>`,
    directioncode: true,
    [`regardingobjectid_${table.name}_email@odata.bind`]: `/${table.set}(${id})`,
    email_activity_parties: [
      {
        participationtypemask: participation.sender,
        'partyid_systemuser@odata.bind': `/systemusers(${options.sender})`,
      },
      { participationtypemask: participation.to, 'partyid_contact@odata.bind': `/contacts(${contact})` },
    ],
  });
  const address = mail.headers.get('odata-entityid');
  const [, mailId] = /\(([0-9a-f-]{36})\)$/.exec(address ?? '') ?? [];
  await call(options, 'POST', `emails(${mailId})/Microsoft.Dynamics.CRM.SendEmail`, { IssueSend: true });
  await call(options, 'PATCH', `${table.set}(${id})`, { statuscode: table.status.sent });
}

async function call(
  { url, token, work, signal }: PlainClientOptions,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  for (;;) {
    signal.throwIfAborted();
    const response = await fetch(`${url}/api/data/v9.2/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    work.requests += 1;
    if (response.ok) return response;
    const text = await response.text();
    if (response.status !== tooManyRequests) throw new Mistake(`A plain client: ${method} ${path}: ${text}`);
    work.refused += 1;
    await pause(Number(response.headers.get('retry-after')) * second, undefined, { signal });
  }
}
