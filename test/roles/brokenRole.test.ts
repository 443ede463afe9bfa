import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { webApi, type WebApi } from '../../scripts/system/webApi.js';
import { developmentUsers } from '../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { invitation, securityRoles } from '../../solution/schema.js';
import { source } from '../solution/source.js';
import { privilegesOf } from './shipped.js';
import { unmetAndUnused } from './unmetAndUnused.js';

jest.setTimeout(30_000);
const role = securityRoles.invitationService;
const contact = 'd0000000-0000-4000-8000-000000000001';
const id = 'd0000000-0000-4000-8000-000000000002';
let folder: string;
let sandbox: Sandbox;
let service: WebApi;

const line = (privilege: string): string => `    <RolePrivilege name="${privilege}" level="Global" />\n`;

/** The solution with a role that lacks prvAppendToContact and has prvDeleteContact instead. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-role-'));
  await cp(source, folder, { recursive: true });
  const file = join(folder, 'Roles', `${role}.xml`);
  const shipped = await readFile(file, 'utf8');
  await writeFile(file, shipped.replace(line('prvAppendToContact'), line('prvDeleteContact')));
  sandbox = await startSandbox({
    solutions: [folder],
    developmentTokens: true,
    users: [{ name: 'service', roles: [role] }],
  });
  const admin = webApi(sandbox.url, 'dev-admin');
  await admin.create('contacts', { contactid: contact, lastname: 'Example' });
  await admin.create(invitation.set, {
    [invitation.id]: id,
    inv_name: 'Example',
    inv_type: invitation.type.single,
  });
  service = webApi(sandbox.url, 'dev-service');
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

it('A privilege that was taken from a role is refused, and told as missing; one that was added is told as unused', async () => {
  sandbox.privilegeUse.reset();
  const redeemed = { 'inv_redeemedcontactid@odata.bind': `/contacts(${contact})` };
  await expect(service.update(`${invitation.set}(${id})`, redeemed)).rejects.toThrow('prvAppendToContact');
  const used = sandbox.privilegeUse.of(developmentUsers.service.id);
  const broken = privilegesOf(role).filter((name) => name !== 'prvAppendToContact');
  const sentences = unmetAndUnused([...broken, 'prvDeleteContact'], used);
  expect(sentences).toContain('prvAppendToContact is missing: it was asked for and refused');
  expect(sentences).toContain('prvDeleteContact is unused: nothing asked for it');
  expect(sentences).not.toContainEqual(expect.stringMatching('^prvWriteinv_invitation'));
});
