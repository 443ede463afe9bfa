import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Element, XMLSerializer } from '@xmldom/xmldom';
import { type Sandbox, startSandbox } from '../../sandbox/start.js';
import { child, label, text } from '../../scripts/solution/xml.js';
import { webApi, type WebApi } from '../../scripts/system/webApi.js';
import { invitation, inviteRedemption } from '../../solution/schema.js';
import { chartsOf, dashboards, descendants, tables, value, viewsOf } from './source.js';

const charts = [...tables.keys()].flatMap(chartsOf);
const chartName = (chart: Element): string => label(chart, 'LocalizedNames', 'LocalizedName');

describe('the charts', () => {
  it('are invitations by status and redemptions by month', () => {
    expect(charts.map(chartName)).toEqual(['Invitations by Status', 'Redemptions by Month']);
  });

  it.each(charts.map((chart) => [chartName(chart), chart] as const))(
    '%s says what it counts, and draws the columns that its query gives',
    (_name, chart) => {
      expect(label(chart, 'Descriptions', 'Description')).toMatch(/\.$/);
      const given = descendants(chart, 'attribute').map((attribute) => value(attribute, 'alias'));
      const drawn = [...descendants(chart, 'category'), ...descendants(chart, 'measure')];
      expect(drawn.map((part) => value(part, 'alias'))).toEqual(given);
    },
  );
});

describe('the dashboard', () => {
  const [dashboard] = dashboards;
  const parts = (dashboard ? descendants(dashboard, 'control') : []).map((control) =>
    child(control, 'parameters'),
  );
  const views = new Map(
    [...tables.keys()]
      .flatMap(viewsOf)
      .flatMap((file) => descendants(file, 'savedquery'))
      .map((view) => [text(view, 'savedqueryid'), label(view, 'LocalizedNames', 'LocalizedName')]),
  );
  const chartNames = new Map(
    charts.map((chart) => [text(chart, 'savedqueryvisualizationid'), chartName(chart)]),
  );

  it('shows both charts over everything, and what needs attention', () => {
    const shown = parts.map((part) => [
      text(part, 'ChartGridMode'),
      views.get(text(part, 'ViewId')),
      chartNames.get(text(part, 'VisualizationId')),
    ]);
    expect(shown).toEqual([
      ['Chart', 'All Invitations', 'Invitations by Status'],
      ['Chart', 'All Invite Redemptions', 'Redemptions by Month'],
      ['Grid', 'Invitations with Send Problems', undefined],
      ['Grid', 'Invitations Expiring Soon', undefined],
    ]);
  });

  it('is not the default of the whole organization: the app opens it', () => {
    expect(text(dashboard, 'IsDefault')).toBe('0');
  });
});

describe('the chart', () => {
  let sandbox: Sandbox;
  let admin: WebApi;

  beforeAll(async () => {
    sandbox = await startSandbox({ developmentTokens: true });
    admin = webApi(sandbox.url, 'dev-admin');
  });
  afterAll(() => sandbox.close());

  /** What a chart draws: its groups and their numbers. */
  async function drawn(name: string, set: string): Promise<Record<string, unknown>> {
    const chart = charts.find((found) => chartName(found) === name);
    const fetch = child(chart, 'datadescription', 'datadefinition', 'fetchcollection', 'fetch');
    const alias = (part: string): string => (chart ? value(descendants(chart, part)[0], 'alias') : '');
    const query = fetch ? new XMLSerializer().serializeToString(fetch) : '';
    const rows = await admin.rows(`${set}?fetchXml=${query}`);
    return Object.fromEntries(rows.map((row) => [String(row[alias('category')]), row[alias('measure')]]));
  }

  it('Invitations by Status counts the invitations of each status reason', async () => {
    const { status } = invitation;
    for (const statuscode of [status.new, status.sent, status.sent, status.redeemed]) {
      const id = randomUUID();
      await admin.create(invitation.set, { [invitation.id]: id, inv_name: `An invitation ${id}` });
      await admin.update(`${invitation.set}(${id})`, { statuscode });
    }
    expect(await drawn('Invitations by Status', invitation.set)).toEqual({
      [status.new]: 1,
      [status.sent]: 2,
      [status.redeemed]: 1,
    });
  });

  it('Redemptions by Month counts them by the month in which they were written', async () => {
    for (const now of ['2030-04-02T12:00:00Z', '2030-05-03T12:00:00Z', '2030-05-30T12:00:00Z']) {
      sandbox.clock.set(new Date(now));
      await admin.create(inviteRedemption.set, { subject: 'A redemption' });
    }
    expect(await drawn('Redemptions by Month', inviteRedemption.set)).toEqual({ 4: 1, 5: 2 });
  });
});
