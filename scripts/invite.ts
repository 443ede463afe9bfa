import { invitation } from '../solution/schema.js';
import { UsageMistake } from './command/mistake.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { findContact } from './system/findContact.js';
import { tokens } from './system/startSystem.js';
import { webApi } from './system/webApi.js';

const usage = `npm run invite -- "Carla Mendes"

Does on the running sandbox (npm start) what *Create Invitation* and *Send Invitation* do for a contact.`;

/** `npm run invite` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const [name] = readArguments({ args: [...args], allowPositionals: true }).positionals;
    if (!name) throw new UsageMistake('Say whom to invite.');
    const manager = webApi('http://127.0.0.1:5800', tokens.manager);
    const contact = await findContact(manager, name);
    await manager.create(invitation.set, {
      inv_name: contact.fullname,
      inv_type: invitation.type.single,
      statuscode: invitation.status.sendRequested,
      'inv_contactid@odata.bind': `/contacts(${contact.contactid})`,
    });
    print(`${contact.fullname} is invited. The mail arrives in a moment: http://127.0.0.1:5801`);
    return 0;
  },
});
