import { describe, expect, it } from '@jest/globals';
import { readinessReport, type ServiceState } from '../../../plugins/host/status/health.js';
import { createStatusServer } from '../../../plugins/host/status/statusServer.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const well: ServiceState = { stopping: false, started: true, problems: [], lastContact: now - 1_000, now };
const problem = { part: 'settings', code: 'INV_SETTING_INVALID', message: 'wrong' };

describe('readiness', () => {
  it.each<[string, Partial<ServiceState>, string | undefined]>([
    ['all is well', {}, undefined],
    ['a part has a problem', { problems: [problem] }, 'wrong'],
    ['it has not started yet', { started: false }, 'The service is not ready: it is starting.'],
    ['it is stopping', { stopping: true }, 'The service is not ready: it is stopping.'],
    [
      'Dataverse has been silent for long',
      { lastContact: now - 200_000 },
      'The service is not ready: Dataverse has not answered for 200 s.',
    ],
  ])('when %s', (_name, state, reason) => {
    const report = readinessReport({ ...well, ...state });
    expect(report.status).toBe(reason === undefined ? 'ready' : 'not ready');
    expect(report.reasons.map(({ message }) => message)).toEqual(reason === undefined ? [] : [reason]);
  });

  it('says when Dataverse last answered', () => {
    expect(readinessReport(well).lastContact).toBe('2026-11-22T11:59:59.000Z');
    expect(readinessReport({ ...well, lastContact: undefined })).not.toHaveProperty('lastContact');
  });
});

describe('the health checks', () => {
  it('answer by status and say why', async () => {
    let state = well;
    const server = createStatusServer({ state: () => state, metrics: async () => 'up 1\n' });
    const get = async (url: string) => {
      const { statusCode, body } = await server.inject({ url });
      return [statusCode, JSON.parse(body) as unknown];
    };
    expect(await get('/healthz')).toEqual([200, { status: 'alive' }]);
    expect(await get('/readyz')).toEqual([200, expect.objectContaining({ status: 'ready', reasons: [] })]);
    state = { ...well, problems: [problem] };
    expect(await get('/healthz')).toEqual([200, { status: 'alive' }]);
    expect(await get('/readyz')).toEqual([
      503,
      expect.objectContaining({ status: 'not ready', reasons: [problem] }),
    ]);
    expect((await server.inject({ url: '/anything' })).statusCode).toBe(404);
  });

  it('have the metrics beside them, as Prometheus takes them', async () => {
    const server = createStatusServer({ state: () => well, metrics: async () => 'up 1\n' });
    const { statusCode, headers, body } = await server.inject({ url: '/metrics' });
    expect([statusCode, headers['content-type'], body]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'up 1\n',
    ]);
  });
});
