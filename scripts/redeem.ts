import { randomUUID } from 'node:crypto';
import { redemptionRequest } from '../solution/schema.js';
import { UsageMistake } from './command/mistake.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { findContact } from './system/findContact.js';
import { tokens } from './system/startSystem.js';
import { until } from './system/until.js';
import { webApi, type Row } from './system/webApi.js';

const usage = `npm run redeem -- CODE "Carla Mendes"

Does on the running sandbox (npm start) what a site does when a signed-in contact follows the link: it writes a redemption request and
waits for the service's answer. CODE is what the link in the mail ends with.`;

/** `npm run redeem` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const [code, name] = readArguments({ args: [...args], allowPositionals: true }).positionals;
    if (!code || !name) throw new UsageMistake('Say the code and who redeems it.');
    const site = webApi('http://127.0.0.1:5800', tokens.admin);
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
    print(`${answer['inv_outcome@OData.Community.Display.V1.FormattedValue']}. ${answer.inv_reason ?? ''}`);
    return 0;
  },
});
