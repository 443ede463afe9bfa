import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Row } from '../../../plugins/dataverse/door.js';
import { connect } from '../../../plugins/dataverse/connect.js';
import { createPace } from '../../../plugins/contract/pace.js';
import type { Plugin, PluginContext } from '../../../plugins/contract/plugin.js';
import type { Settings } from '../../../plugins/contract/settings.js';
import { silentTelemetry } from '../../../plugins/contract/telemetry.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/start.js';
import { columnSecurityProfiles, invitation, securityRoles } from '../../../solution/schema.js';
import { openPostOffice, type PostOffice } from './postOffice.js';
import { sampleSettings } from './settings.js';
import { webApi, type WebApi } from '../../../scripts/system/webApi.js';

/** The sandbox with the solution, and the service's plugins at hand: they run when a test says so. */
export interface Product {
  readonly sandbox: Sandbox;
  readonly context: PluginContext;
  /** Sees and may do everything. */
  readonly admin: WebApi;
  /** An invitation manager, as people are. */
  readonly manager: WebApi;
  /** One round of a plugin over everything that is due. @returns the words it ended with, sorted */
  run<R extends Row>(plugin: Plugin<R>): Promise<readonly string[]>;
  /** What the service costs meanwhile. */
  cost(work: () => Promise<unknown>): Promise<{ readonly requests: number; readonly operations: number }>;
  /** Changes the makers' settings from now on. */
  set(settings: Partial<Settings>): void;
  /** Another service against the same Dataverse, with a queue and caches of its own. */
  secondService(): PluginContext;
  contact(row?: Row): Promise<string>;
  /** So many contacts, without an address unless `row` gives one, in one request. */
  crowd(count: number, row?: (id: string) => Row): Promise<readonly string[]>;
  /** Their mail. */
  readonly post: PostOffice;
  /** The manager creates a single invitation; without a contact when there is none. */
  single(contact: string | undefined, row?: Row): Promise<string>;
  /** The manager creates an invitation; a group with its contacts. */
  invitation(row: Row, invited?: readonly string[]): Promise<string>;
  read(id: string): Promise<Row>;
  close(): Promise<void>;
}

/**
 * @param profiles column security profiles of the service's user; by default the one it needs
 * @param place where the sandbox is and keeps its rows, for a test that starts it again
 */
export async function startProduct(
  profiles: readonly string[] = [columnSecurityProfiles.invitationCodeService],
  place: Pick<SandboxOptions, 'port' | 'data'> = {},
): Promise<Product> {
  const sandbox = await startSandbox({
    ...place,
    developmentTokens: true,
    users: [
      {
        name: 'manager',
        roles: ['Basic User', securityRoles.invitationManager],
        profiles: [columnSecurityProfiles.invitationCodeAuthor],
      },
      {
        name: 'service',
        roles: [securityRoles.invitationService],
        profiles,
      },
    ],
  });
  const admin = webApi(sandbox.url, 'dev-admin');
  const manager = webApi(sandbox.url, 'dev-manager');
  let settings = sampleSettings;
  const openContext = async (): Promise<PluginContext> => {
    const dataverse = connect({ url: sandbox.url, identities: [{ token: async () => 'dev-service' }] });
    const identity = await dataverse.whoAmI();
    const log = pino({ level: 'silent' });
    const pace = createPace(0);
    return {
      dataverse,
      identity,
      settings: () => settings,
      pace,
      log,
      telemetry: silentTelemetry,
      now: () => sandbox.clock.now(),
    };
  };
  const [context, second] = [await openContext(), await openContext()];
  const post = await openPostOffice(sandbox);
  const create: Product['invitation'] = async (row, invited = []) => {
    const id = randomUUID();
    const contacts = invited.map((contact) => `/contacts(${contact})`);
    await manager.create(invitation.set, {
      inv_invitationid: id,
      inv_name: 'Partner portal',
      ...(contacts.length === 0 ? {} : { [`${invitation.manyToMany.invitedContacts}@odata.bind`]: contacts }),
      ...row,
    });
    return id;
  };

  return {
    sandbox,
    context,
    admin,
    manager,
    run: (plugin) => runOnce(plugin, context),
    async cost(work) {
      sandbox.counters.reset();
      await work();
      const { callers } = sandbox.counters.snapshot();
      return callers[context.identity.userId] ?? { requests: 0, operations: 0 };
    },
    set: (given) => {
      settings = { ...settings, ...given };
    },
    secondService: () => second,
    async contact(row = {}) {
      const id = randomUUID();
      const address = `${id.slice(0, 8)}@contoso.example`;
      await admin.create('contacts', {
        contactid: id,
        lastname: id.slice(0, 8),
        emailaddress1: address,
        ...row,
      });
      return id;
    },
    async crowd(count, row = () => ({})) {
      const ids = Array.from({ length: count }, () => randomUUID());
      const Targets = ids.map((contactid) => ({
        '@odata.type': 'Microsoft.Dynamics.CRM.contact',
        contactid,
        lastname: 'Guest',
        ...row(contactid),
      }));
      await admin.create('contacts/Microsoft.Dynamics.CRM.CreateMultiple', { Targets });
      return ids;
    },
    post,
    single: (contact, row = {}) =>
      create({
        inv_type: invitation.type.single,
        ...(contact === undefined ? {} : { 'inv_contactid@odata.bind': `/contacts(${contact})` }),
        ...row,
      }),
    invitation: create,
    read: (id) => admin.get(`${invitation.set}(${id})`),
    async close() {
      await post.close();
      await sandbox.close();
    },
  };
}

/** One round: every page, its rows side by side. */
export async function runOnce<R extends Row>(
  plugin: Plugin<R>,
  context: PluginContext,
): Promise<readonly string[]> {
  const words: string[] = [];
  for await (const rows of plugin.due(context)) {
    words.push(...(await Promise.all(rows.map((row) => plugin.run(row, context)))));
  }
  return words.sort();
}
