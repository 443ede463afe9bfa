import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashCode } from '../../../plugins/invitation/code.js';
import { createLog } from '../../../plugins/host/logging.js';
import { newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import { newVisitor, type SeenPage, type Visitor } from '../../../scripts/demo/visitor.js';
import { sampleApiKey } from '../../../scripts/system/sampleDoors.js';
import { startWithDoors, type SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import { until } from '../../../scripts/system/until.js';
import { invitation, redemptionRequest } from '../../../solution/schema.js';

jest.setTimeout(60_000);
const secret = 'a secret that cookies are sealed with here';
const code = `kept${randomUUID()}`;
const expired = `late${randomUUID()}`;
const guess = `wild${randomUUID()}`;
const wrongKey = newApiKey();
const invited = { firstname: 'Ottilie', lastname: 'Vandermeer', emailaddress1: 'ottilie@vandermeer.example' };
const other = { firstname: 'Benedikt', lastname: 'Quillfeather', emailaddress1: 'ben@quillfeather.example' };

let system: SystemWithDoors;
/** Everything that was logged, from the first moment on, as it stands in the log. */
const logged: string[] = [];
/** Every answer of the doors: status, headers, body. */
const answers: string[] = [];
/** Addresses that were asked for at the identity provider. */
const atProvider: string[] = [];
/** Cookies, tokens of forms, and what the provider gave. */
const given = new Set<string>();

beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void logged.push(line) });
  system = await startWithDoors({ log, variables: { INVITATIONS_SECRET: secret } });
  watch();
  await useEveryDoor();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await system.close();
});

/** Looks on while somebody goes through the doors. */
function watch(): void {
  const ask = globalThis.fetch;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const answer = await ask(input, init);
    if (address.startsWith(system.identity)) {
      atProvider.push(`${address} ${JSON.stringify(init?.headers ?? {})}`);
      for (const name of ['code', 'state', 'nonce']) {
        const value = new URL(answer.headers.get('location') ?? '', address).searchParams.get(name);
        if (value) given.add(value);
      }
    }
    if (!address.startsWith(system.doors)) return answer;
    for (const cookie of answer.headers.getSetCookie()) given.add(/=([^;]+)/.exec(cookie)?.[1] ?? '');
    const body = await answer.clone().text();
    for (const [, token = ''] of body.matchAll(/name="token" value="([^"]+)"/g)) given.add(token);
    const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie');
    answers.push(JSON.stringify([answer.status, headers, body]));
    return answer;
  });
}

async function signIn(who: Visitor, page: SeenPage, email: string): Promise<SeenPage> {
  const asked = await who.send(page, '/sign-in', { provider: 'sandbox' });
  return asked.url.startsWith(system.identity) ? who.send(asked, asked.url, { email }) : asked;
}

const link = (text: string): string => `${system.doors}/register?invitation=${text}`;

const api = (path: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}) =>
  fetch(`${system.doors}/api/${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${sampleApiKey}`,
      'content-type': 'application/json',
      ...init.headers,
    },
  });

/** A whole run: what people do, what goes wrong, and what attackers try. */
async function useEveryDoor(): Promise<void> {
  const [contactId, otherId] = [randomUUID(), randomUUID()];
  await system.admin.create('contacts', { contactid: contactId, ...invited });
  await system.admin.create('contacts', { contactid: otherId, ...other });
  for (const [inv_code, inv_expirydate] of [
    [code, null],
    [expired, '2020-01-01'],
  ]) {
    await system.admin.create(invitation.set, {
      inv_name: 'Secrets',
      inv_type: invitation.type.single,
      inv_code,
      inv_expirydate,
      'inv_contactid@odata.bind': `/contacts(${contactId})`,
    });
  }

  // Somebody else first, then a switch, then the one it is for; on the way Dataverse and the provider fail.
  const person = newVisitor();
  const wrong = await signIn(person, await person.open(link(code)), other.emailaddress1);
  expect(wrong.state).toBe('wrongAccount');
  const again = await person.send(wrong, '/sign-out');
  const welcome = await signIn(person, again, invited.emailaddress1);
  expect(welcome.state).toBe('welcome');
  const refusal = { status: 400, code: '0x80040265', message: `No ${code} for ${invited.emailaddress1}` };
  system.sandbox.faults.add({
    url: '[$]batch',
    body: 'changeset',
    failure: { kind: 'error', ...refusal },
    times: 2,
  });
  const failed = await person.send(welcome, '/redeem');
  system.sandbox.faults.clear();
  system.sandbox.faults.add({ url: '[$]batch', failure: { kind: 'badGateway' }, times: 40 });
  await person.open(link(code));
  system.sandbox.faults.clear();
  await until('the service to be ready again', async () =>
    (await fetch(`${system.doors}/readyz`)).ok ? true : undefined,
  );
  expect(failed.state).toBe('welcome');
  expect((await person.send(await person.open(link(code)), '/redeem')).state).toBe('redeemed');

  // The expired one: a stranger, and the one it was for, who asks for another.
  const late = newVisitor();
  expect((await late.open(link(expired))).state).toBe('invalid');
  const closed = await signIn(late, await late.open(link(expired)), invited.emailaddress1);
  await late.send(closed, '/ask');

  // What attackers try.
  const eve = newVisitor();
  await eve.open(link(guess));
  await eve.open(`${link(guess)}&returnurl=https://evil.example/${guess}`);
  const typing = await newVisitor().open(`${system.doors}/register`);
  await eve.send(typing, '/register', { code: guess });
  for (const path of [
    `nothing/${guess}`,
    `%zz/${guess}`,
    `signed-in/${guess}?code=${guess}`,
    `signed-in/sandbox?code=${guess}&state=${guess}`,
    `signed-in/sandbox?error=${guess}&error_description=${guess}`,
    `${guess}/register`,
    `page.css?${guess}`,
  ]) {
    await fetch(`${system.doors}/${path}`, { headers: { cookie: `journey=${guess}`, referer: guess } });
  }
  const body = new URLSearchParams({ token: guess, code: guess, provider: guess, origins: guess });
  for (const path of ['register', 'sign-in', 'redeem', 'ask', 'sign-out']) {
    await fetch(`${system.doors}/${path}`, { method: 'POST', body });
    await fetch(`${system.doors}/${path}`, { method: 'POST', body: guess });
  }
  const begun = await eve.open(`${system.doors}/register`);
  await eve.send(begun, '/sign-in', { provider: guess });

  // Sites.
  const asked = { code: guess, contactId, ipAddress: '198.51.100.200' };
  await Promise.all([
    api('redemptions', { method: 'POST', body: JSON.stringify(asked) }),
    api('redemptions', { method: 'POST', body: JSON.stringify({ ...asked, [guess]: guess }) }),
    api('redemptions', { method: 'POST', body: `{"code":"${guess}",` }),
    api('redemptions', { method: 'POST', body: JSON.stringify({ ...asked, code }) }),
    api('invitations/status', { headers: { 'invitation-code': code } }),
    api('invitations/status', { headers: { 'invitation-code': guess, 'person-address': guess } }),
    api('redemptions', { method: 'POST', headers: { authorization: `Bearer ${wrongKey}` } }),
    api(`redemptions/${guess}`, { headers: { authorization: `Basic ${guess}` } }),
  ]);

  // Sites that write rows.
  const writing = [guess, expired].map(async (inv_code) => {
    const id = randomUUID();
    await system.admin.create(redemptionRequest.set, {
      [redemptionRequest.id]: id,
      inv_code,
      'inv_contactid@odata.bind': `/contacts(${otherId})`,
    });
    await until('the answer', async () => {
      const row = await system.admin.get(`${redemptionRequest.set}(${id})`);
      return row.statecode === redemptionRequest.state.inactive ? true : undefined;
    });
  });
  await Promise.all(writing);
}

const codes = [code, expired, guess];

describe('the log of a whole run', () => {
  it('tells what happened', () => {
    for (const word of [
      'alreadyRedeemed',
      'invalidCode',
      'signInRefused',
      'formRefused',
      'tokenRefused',
      'wrongAccount',
    ]) {
      expect(logged.join('')).toContain(word);
    }
  });

  it.each([
    ['code', codes],
    ['hash of a code', codes.map(hashCode)],
    ['key of the API', [sampleApiKey, wrongKey]],
    ['secret', [secret]],
    ['name of a person', [invited, other].flatMap(({ firstname, lastname }) => [firstname, lastname])],
    ['address', [invited.emailaddress1, other.emailaddress1, '198.51.100.200']],
    ['token or sealed cookie', ['eyJ']],
  ])('holds no %s', (_what, texts) => {
    const log = logged.join('').toLowerCase();
    expect(texts.filter((text) => log.includes(text.toLowerCase()))).toEqual([]);
  });

  it('holds nothing that a browser or a provider was given: cookies, tokens of forms, state, nonce', () => {
    expect(given.size).toBeGreaterThan(20);
    const log = logged.join('');
    expect([...given].filter((text) => text.length > 8 && log.includes(text))).toEqual([]);
  });
});

describe('no answer of the doors, however they were asked,', () => {
  it.each([
    ['holds a code', codes],
    ['holds a code as it is looked up', codes.map(hashCode)],
    ['holds a key or a secret', [sampleApiKey, wrongKey, secret]],
    ['says what Dataverse has said', ['0x80040265', 'DataverseFault', 'dev-service']],
    ['tells what the service is made of', ['fastify', 'node_modules', 'at async', 'oidc-provider', 'pino']],
    ['tells a number of a row', ['inv_invitation']],
  ])('%s', (_what, texts) => {
    const all = answers.join('\n').toLowerCase();
    expect(texts.filter((text) => all.includes(text.toLowerCase()))).toEqual([]);
  });

  it('tells the address or the name of the invited contact to anybody but them', () => {
    const strangers = answers.filter((answer) => !answer.includes('Signed in with'));
    expect(strangers.length).toBeGreaterThan(20);
    const telling = strangers.filter((answer) => /ottilie|"vandermeer"/i.test(answer));
    expect(telling).toEqual([]);
  });
});

it('no code has gone to the identity provider, in an address or as where somebody came from', () => {
  expect(atProvider.length).toBeGreaterThan(5);
  expect(atProvider.filter((asked) => codes.some((text) => asked.includes(text)))).toEqual([]);
});
