import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { readable } from './system/readable.js';
import { sampleApiKey } from './system/sampleDoors.js';
import { startSystem, type System } from './system/startSystem.js';

const usage = `npm start -- [options]

Starts the whole system on this machine: the sandbox with its app, the mailbox, an identity provider, and the service with its redemption
page. Ctrl-C stops it.
  --data FILE         keep the organization in a file; without it each start is a fresh one
  --dataverse-port N  port of the Web API and the app (5800)
  --mailbox-port N    port of the mailbox's page (5801)
  --service-port N    port of the service's health checks (5802)
  --doors-port N      port of the service's redemption page and API (5803)
  --identity-port N   port of the identity provider (5804)
  --smtp-port N       port that mails are handed to (5825)`;

/** `npm start` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print, tell }) {
    const { values } = readArguments({
      args: [...args],
      options: {
        data: { type: 'string' },
        'dataverse-port': { type: 'string', default: '5800' },
        'mailbox-port': { type: 'string', default: '5801' },
        'service-port': { type: 'string', default: '5802' },
        'doors-port': { type: 'string', default: '5803' },
        'identity-port': { type: 'string', default: '5804' },
        'smtp-port': { type: 'string', default: '5825' },
      },
    });
    print('Starting the sandbox, the mailbox, the identity provider and the service …');
    const system = await startSystem({
      ports: {
        dataverse: Number(values['dataverse-port']),
        mailbox: Number(values['mailbox-port']),
        service: Number(values['service-port']),
        doors: Number(values['doors-port']),
        identity: Number(values['identity-port']),
        smtp: Number(values['smtp-port']),
      },
      ...(values.data ? { dataFile: values.data } : {}),
      onLine: (program, line) => print(readable(program, line)),
    });
    print(welcome(system));
    const interrupted = new Promise<undefined>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
    });
    const broken = await Promise.race([interrupted, system.broken]);
    if (broken === undefined) print('\nStopping …');
    else tell(`The ${broken} ended by itself; its lines above say why.`);
    await system.stop();
    return broken === undefined ? 0 : 1;
  },
});

function welcome({ dataverse, mailbox, service, doors, identity }: System): string {
  return `
  Ready after ${process.uptime().toFixed(1)} s. Ctrl-C stops everything.

  App          ${dataverse}/      sign in as Ada Admin, Mia Manager or Rolf Reader
  Mailbox      ${mailbox}
  Redeeming    ${doors}/register      where invitations lead; sign in as any contact, at ${identity}
  Dataverse    ${dataverse}/api/data/v9.2/      tokens: dev-admin, dev-manager, dev-reader, dev-service
  Service      ${service}/readyz

  Try, in the app as Mia Manager:
    Contacts > Carla Mendes > Create Invitation, Save, Send Invitation
    In the mailbox open her mail, follow the link, sign in as carla.mendes@contoso.example, redeem
    Then look at her timeline, and at that of the invitation. Or sign in as somebody else: it stays hers
    Contacts, several selected > Create Invitations; then Invitations, all selected > Send Invitation
    The same as Rolf Reader, who may not

  Or in a second terminal:
    npm run invite -- "Carla Mendes"          create an invitation and ask for it to be sent; then look into the mailbox
    npm run redeem -- CODE "Carla Mendes"     redeem it with the code at the end of the link, as a site that writes rows
    npm run redeem -- CODE "Farid Rahman"     … or let the wrong person try
    curl -H "Authorization: Bearer ${sampleApiKey}" -H "Invitation-Code: CODE" ${doors}/api/invitations/status
    curl -H "Authorization: Bearer dev-manager" "${dataverse}/api/data/v9.2/inv_invitations?\\$select=inv_name,statuscode"
    npm run demo                              the whole path by itself, on ports of its own
`;
}
