import { parseArgs } from 'node:util';
import { readable } from './system/readable.js';
import { startSystem } from './system/startSystem.js';

/**
 * `npm start`: the whole system on this machine. `-- --data FILE` keeps the organization in a file; without it each start is a
 * fresh one. Each port can be chosen.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'dataverse-port': { type: 'string', default: '5800' },
    'mailbox-port': { type: 'string', default: '5801' },
    'service-port': { type: 'string', default: '5802' },
    'smtp-port': { type: 'string', default: '5825' },
  },
});
const ports = {
  dataverse: Number(values['dataverse-port']),
  mailbox: Number(values['mailbox-port']),
  service: Number(values['service-port']),
  smtp: Number(values['smtp-port']),
};

console.log('Starting the sandbox, the mailbox and the service …');
const system = await startSystem({
  ports,
  ...(values.data ? { dataFile: values.data } : {}),
  siteUrl: 'https://www.contoso.example',
  onLine: (program, line) => console.log(readable(program, line)),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

console.log(`
  Ready after ${process.uptime().toFixed(1)} s. Ctrl-C stops everything.

  App          ${system.dataverse}/      sign in as Ada Admin, Mia Manager or Rolf Reader
  Mailbox      ${system.mailbox}
  Dataverse    ${system.dataverse}/api/data/v9.2/      tokens: dev-admin, dev-manager, dev-reader, dev-service
  Service      ${system.service}/readyz

  Try, in the app as Mia Manager:
    Contacts > Carla Mendes > Create Invitation, Save, Send Invitation; then look into the mailbox
    Contacts, several selected > Create Invitations; then Invitations, all selected > Send Invitation
    The same as Rolf Reader, who may not

  Or in a second terminal:
    npm run invite -- "Carla Mendes"          create an invitation and ask for it to be sent; then look into the mailbox
    npm run redeem -- CODE "Carla Mendes"     redeem it with the code at the end of the link
    npm run redeem -- CODE "Farid Rahman"     … or let the wrong person try
    curl -H "Authorization: Bearer dev-manager" "${system.dataverse}/api/data/v9.2/inv_invitations?\\$select=inv_name,statuscode"
    npm run demo                              the whole path by itself, on ports of its own
`);

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(code || 1);
  stopping = true;
  console.log('\nStopping …');
  await system.stop();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

const broken = await system.broken;
if (!stopping) {
  console.error(`The ${broken} ended by itself; its lines above say why.`);
  await stop(1);
}
