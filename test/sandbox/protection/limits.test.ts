import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from '../server/webApi.js';

/** Simulated work that goes on until the test ends it. */
class Work {
  readonly #ends: (() => void)[] = [];
  readonly durations: number[] = [];
  readonly wait = (milliseconds: number): Promise<void> => {
    if (milliseconds === 0) return Promise.resolve();
    this.durations.push(milliseconds);
    return new Promise((resolve) => this.#ends.push(resolve));
  };
  end(): void {
    for (const end of this.#ends.splice(0)) end();
  }
  /** Until so many requests are at work. */
  async under(count: number): Promise<void> {
    while (this.#ends.length < count) await new Promise(setImmediate);
  }
}

let sandbox: Sandbox;
let work: Work;
beforeEach(async () => {
  work = new Work();
  sandbox = await startSandbox({
    developmentTokens: true,
    wait: work.wait,
    protection: { requests: 5, concurrency: 3, executionMilliseconds: 10_000, windowSeconds: 300 },
  });
});
afterEach(async () => {
  work.end();
  await sandbox.close();
});

describe('service protection over HTTP', () => {
  it('answers 429 with Retry-After when the requests of a user are used up, and lets the others in', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await call(sandbox, 'GET', 'WhoAmI')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    const refused = await call(sandbox, 'POST', 'contacts', { body: { lastname: 'Not executed' } });
    expect(refused).toMatchObject({ status: 429, code: '0x80072322' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(290);
    expect((await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-reader' })).status).toBe(200);
    sandbox.clock.advance(301_000);
    const found = await call(sandbox, 'GET', "contacts?$filter=lastname eq 'Not executed'");
    expect(found).toMatchObject({ status: 200, json: { value: [] } });
  });

  it('tells in headers what is left', async () => {
    const { headers } = await call(sandbox, 'GET', 'WhoAmI');
    expect(headers.get('x-ms-ratelimit-burst-remaining-xrm-requests')).toBe('4');
    expect(headers.get('x-ms-ratelimit-time-remaining-xrm-requests')).toMatch(/^(9\.9\d|10\.00)$/);
  });

  it('refuses at once what is too much at the same time', async () => {
    sandbox.protection.operationMilliseconds = 50;
    const running = [1, 2, 3].map(() => call(sandbox, 'GET', 'WhoAmI'));
    await work.under(3);
    expect(await call(sandbox, 'GET', 'WhoAmI')).toMatchObject({ status: 429, code: '0x80072326' });
    work.end();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200, 200]);
    sandbox.protection.operationMilliseconds = 0;
    expect((await call(sandbox, 'GET', 'WhoAmI')).status).toBe(200);
  });

  it('charges a batch as one request, and the time of all its operations', async () => {
    sandbox.protection.operationMilliseconds = 4000;
    const part = '--b\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\r\n\r\n';
    const answer = call(sandbox, 'POST', '$batch', {
      headers: { 'content-type': 'multipart/mixed;boundary=b' },
      body: `${part}${part}${part}--b--`,
    });
    await work.under(1);
    // 12 s all told: what is left to wait after the sandbox's own part.
    const [duration = 0] = work.durations;
    expect(work.durations).toHaveLength(1);
    expect(Math.ceil(duration / 1000)).toBe(12);
    work.end();
    expect((await answer).headers.get('x-ms-ratelimit-burst-remaining-xrm-requests')).toBe('4');
    expect(await call(sandbox, 'GET', 'WhoAmI')).toMatchObject({ status: 429, code: '0x80072321' });
  });

  it('charges who authenticated, not who is impersonated', async () => {
    const { json } = await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-reader' });
    const headers = { MSCRMCallerID: String(json['UserId']) };
    for (let at = 0; at < 5; at += 1) await call(sandbox, 'GET', 'WhoAmI', { headers });
    expect((await call(sandbox, 'GET', 'WhoAmI', { headers })).status).toBe(429);
    expect((await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-reader' })).status).toBe(200);
  });
});
