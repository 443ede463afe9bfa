import { invitation } from '../solution/schema.js';
import { findContact } from './system/findContact.js';
import { tokens } from './system/startSystem.js';
import { webApi } from './system/webApi.js';

/** `npm run invite -- "Carla Mendes"`: what *Create Invitation* and *Send Invitation* do, on the running sandbox. */
const [name] = process.argv.slice(2);
if (!name) {
  console.error('Say whom to invite: npm run invite -- "Carla Mendes"');
  process.exit(2);
}

const manager = webApi('http://127.0.0.1:5800', tokens.manager);
try {
  const contact = await findContact(manager, name);
  await manager.create(invitation.set, {
    inv_name: contact.fullname,
    inv_type: invitation.type.single,
    statuscode: invitation.status.sendRequested,
    'inv_contactid@odata.bind': `/contacts(${contact.contactid})`,
  });
  console.log(`${contact.fullname} is invited. The mail arrives in a moment: http://127.0.0.1:5801`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
