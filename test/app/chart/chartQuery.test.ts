import { describe, expect, it } from '@jest/globals';
import { chartQuery } from '../../../sandbox/app/client/chart/model/chartQuery.js';
import { serializeXml } from '../../../sandbox/app/client/xml/xmlElement.js';
import { aPlatform } from '../platform.js';

const { parseXml } = aPlatform();
const merged = (chart: string, rows: string) => serializeXml(chartQuery(parseXml(chart), parseXml(rows)));
const groups = '<attribute name="level" groupby="true" alias="g"/>';
const chart = `<fetch aggregate="true"><entity name="contact">${groups}</entity></fetch>`;

describe('The query of a chart', () => {
  it('groups the rows of the list: its filters and links, not its columns, order and page', () => {
    const filter = '<filter type="and"><condition attribute="statecode" operator="eq" value="0"/></filter>';
    const link = (inside: string) =>
      `<link-entity name="account" from="accountid" to="parentid" alias="a">${inside}</link-entity>`;
    const rows = `<fetch count="50" page="2"><entity name="contact"><attribute name="fullname"/><order attribute="fullname"/>${filter}${link(`<attribute name="name"/>${filter}`)}</entity></fetch>`;
    expect(merged(chart, rows)).toBe(
      `<fetch aggregate="true"><entity name="contact">${groups}${filter}${link(filter)}</entity></fetch>`,
    );
  });

  it('refuses a list that links a table under the same name as the chart', () => {
    const link = '<link-entity name="account" from="accountid" to="parentid" alias="a"/>';
    const linked = `<fetch><entity name="contact">${link}</entity></fetch>`;
    expect(() => merged(linked, linked)).toThrow('not emulated: a chart and a view that both link a');
  });
});
