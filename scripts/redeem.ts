import { randomUUID } from 'node:crypto';
import { redemptionRequest } from '../solution/schema.js';
import { findContact } from './system/findContact.js';
import { tokens } from './system/startSystem.js';
import { until } from './system/until.js';
import { webApi, type Row } from './system/webApi.js';

/**
 * `npm run redeem -- CODE "Carla Mendes"`: what a site does when a signed-in contact follows the link – it writes a redemption
 * request and waits for the service's answer.
 */
const [code, name] = process.argv.slice(2);
if (!code || !name) {
  console.error('Say the code and who redeems it: npm run redeem -- CODE "Carla Mendes"');
  process.exit(2);
}

const site = webApi('http://127.0.0.1:5800', tokens.admin);
try {
  const contact = await findContact(site, name);
  const id = randomUUID();
  await site.create(redemptionRequest.set, {
    [redemptionRequest.id]: id,
    inv_name: `${contact.fullname} on the command line`,
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contact.contactid})`,
  });
  const answer = await until<Row>('the service to answer', async () => {
    const row = await site.get(`${redemptionRequest.set}(${id})`);
    return row.statecode === 0 ? undefined : row;
  });
  console.log(
    `${answer['inv_outcome@OData.Community.Display.V1.FormattedValue']}. ${answer.inv_reason ?? ''}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
