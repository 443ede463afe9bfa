import { randomUUID } from 'node:crypto';
import type { MailMessage } from '../../sandbox/mail/mailMessage.js';
import { until } from '../../scripts/system/until.js';
import type { Row } from '../../scripts/system/webApi.js';
import { redemptionRequest } from '../../solution/schema.js';
import { siteUrl, type RunningApp } from './startApp.js';

/**
 * The code in the link of a mail.
 *
 * @throws Error when the mail has no link to the site, or links with several codes
 */
export function codeIn(mail: MailMessage | undefined): string {
  const links = [...(mail?.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href ?? ''));
  const toSite = links.filter(({ origin }) => origin === siteUrl);
  const [code, ...others] = new Set(toSite.map(({ searchParams }) => searchParams.get('invitation')));
  if (!code || others.length > 0) throw new Error(`The mail's links lead to ${links.join(', ')}.`);
  return code;
}

/** What a site does when a signed-in contact follows the link: it asks to redeem, and waits for the answer. */
export async function redeem(
  { admin }: Pick<RunningApp, 'admin'>,
  code: string,
  contactId: string,
): Promise<Row> {
  const id = randomUUID();
  await admin.create(redemptionRequest.set, {
    [redemptionRequest.id]: id,
    inv_name: 'At the site',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contactId})`,
  });
  return until('the redemption request to be answered', async () => {
    const row = await admin.get(`${redemptionRequest.set}(${id})`);
    return row.statecode === redemptionRequest.state.active ? undefined : row;
  });
}
