import { afterAll, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../scripts/system/freePorts.js';
import { until } from '../../scripts/system/until.js';
import { program, type Program } from './program.js';

interface Started {
  readonly start: Program;
  readonly ports: readonly number[];
}

let running: Started | undefined;
afterAll(() => void running?.start.child.kill('SIGKILL'));

/** Besides that of Dataverse. */
const others = ['mailbox', 'smtp', 'service', 'doors', 'identity'];

const ended = ({ child }: Program): boolean => child.exitCode !== null || child.signalCode !== null;

/** The system as `npm start` has it: the one that a test before has left running, else a new one. */
async function started(): Promise<Started> {
  if (running === undefined || ended(running.start)) running = await start();
  await running.start.says(/Ready after/);
  return running;
}

async function start(): Promise<Started> {
  const ports = await freePorts(6);
  const [dataverse, mailbox, smtp, service, doors, identity] = ports;
  const args = [
    `--dataverse-port=${dataverse}`,
    `--mailbox-port=${mailbox}`,
    `--smtp-port=${smtp}`,
    `--service-port=${service}`,
    `--doors-port=${doors}`,
    `--identity-port=${identity}`,
  ];
  return { start: program('scripts/start.ts', args), ports };
}

describe('npm start', () => {
  it('names a port that is taken and starts nothing', async () => {
    const { ports } = await started();
    const second = program('scripts/start.ts', [
      `--dataverse-port=${ports[0]}`,
      ...(await freePorts(others.length)).map((port, at) => `--${others[at]}-port=${port}`),
    ]);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`Port ${ports[0]} is taken`);
    expect(second.output()).toContain('--dataverse-port=N');
  }, 60_000);

  it('runs all of it with sample data, sends the invitation that waits, and stops cleanly on Ctrl-C', async () => {
    const { start, ports } = await started();
    const [dataverse, mailbox] = ports;
    await start.says(/send: sent/);

    const contacts = await fetch(`http://127.0.0.1:${dataverse}/api/data/v9.2/contacts?$count=true&$top=1`, {
      headers: { authorization: 'Bearer dev-reader' },
    });
    expect(((await contacts.json()) as Record<string, unknown>)['@odata.count']).toBe(30);
    expect((await fetch(`http://127.0.0.1:${mailbox}/`)).status).toBe(200);
    expect(start.output()).toContain(`App          http://127.0.0.1:${dataverse}/ `);
    for (const path of ['sign-in', 'app/main.js', 'app/main.css']) {
      expect((await fetch(`http://127.0.0.1:${dataverse}/${path}`)).status).toBe(200);
    }

    const [, , , service, doors, identity] = ports;
    expect(start.output()).toContain(`Redeeming    http://127.0.0.1:${doors}/register`);
    const page = await fetch(`http://127.0.0.1:${doors}/register`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Contoso')]);
    expect((await fetch(`http://127.0.0.1:${identity}/.well-known/openid-configuration`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${service}/register`)).status).toBe(404);

    start.child.kill('SIGINT');
    expect(await start.exited).toBe(0);
    for (const port of ports) await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  }, 60_000);

  it('leaves nothing running when it is killed', async () => {
    const { start, ports } = await started();
    start.child.kill('SIGKILL');
    const answers = (port: number): Promise<boolean> =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      );
    const [dataverse = 0, mailbox = 0, , ...rest] = ports;
    await until('the processes to end', async () => {
      const alive = await Promise.all([dataverse, mailbox, ...rest].map(answers));
      return alive.includes(true) ? undefined : true;
    });
  }, 60_000);
});
