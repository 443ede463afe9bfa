import { randomUUID } from 'node:crypto';
import type { Row, WebApi } from '../../../scripts/system/webApi.js';
import { redemptionRequest } from '../../../solution/schema.js';
import type { ShippedSite, SiteRecord } from './shippedSite.js';

/** What the portal Web API answers. */
export interface PortalAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const scope = { contact: 756150001, self: 756150004 } as const;
const right = { create: 746610000, read: 746610001 } as const;

const refusal = (status: number, code: string): PortalAnswer => ({ status, body: { error: { code } } });

/**
 * The portal Web API for one table, by the rules that the shipped site gives it: site settings, table permissions, column permissions.
 * The rules' evaluation follows the Power Pages documentation (Portals Web API, error codes; Set column permissions; How server-side
 * caching works): a create is not held against the contact scope, the association is, through Append and Append To. What was read is
 * kept until the site itself writes.
 *
 * @param dataverse as the site's application user sees it: everything
 */
export function portalWebApi(site: ShippedSite, dataverse: WebApi) {
  const table = redemptionRequest.name;
  const permissions = site.records('.tablepermission.yml');
  const fields = (site.settings.get(`Webapi/${table}/fields`) ?? '').split(',');
  const columns = site.records('.columnpermission.yml');
  const may = (column: string, wanted: number): boolean =>
    fields.includes(column) &&
    columns.some(
      (permission) =>
        permission['adx_columnname'] === column &&
        (permission['adx_permissions'] as number[]).includes(wanted),
    );
  const permits = (logicalName: string, wanted: string): SiteRecord | undefined =>
    permissions.find(
      (permission) => permission['adx_entitylogicalname'] === logicalName && permission[wanted] === true,
    );
  const kept = new Map<string, PortalAnswer>();

  return {
    async create(contact: string, row: Row): Promise<PortalAnswer> {
      if (site.settings.get(`Webapi/${table}/enabled`) !== 'true') return refusal(404, '9004010C');
      if (!permits(table, 'adx_create')) return refusal(403, '90040103');
      for (const [name, value] of Object.entries(row)) {
        const [column = '', bind] = name.split('@');
        if (!may(column, right.create)) return refusal(403, '90040101');
        if (bind === undefined) continue;
        if (!permits(table, 'adx_append')) return refusal(403, '90040105');
        const target = permits('contact', 'adx_appendto');
        const isOwn = value === `/contacts(${contact})`;
        if (!target || (target['adx_scope'] === scope.self && !isOwn)) return refusal(403, '90040106');
      }
      const id = randomUUID();
      await dataverse.create(redemptionRequest.set, { ...row, [redemptionRequest.id]: id });
      kept.clear();
      return { status: 204, headers: { entityid: id } };
    },

    async read(contact: string, query: URLSearchParams): Promise<PortalAnswer> {
      const [select = '', filter = ''] = [query.get('$select'), query.get('$filter')].map(
        (part) => part ?? '',
      );
      const read = permits(table, 'adx_read');
      if (!read) return refusal(403, '90040120');
      const asked = [...select.split(','), ...filter.matchAll(/\binv_\w+/g)].map(String);
      const named = new Set(asked.filter((column) => column !== redemptionRequest.id));
      if (![...named].every((column) => may(column, right.read))) return refusal(403, '90040101');
      const key = `${contact} ${query}`;
      const before = kept.get(key);
      if (before) return before;
      const isOwn = read['adx_scope'] === scope.contact ? ` and _inv_contactid_value eq ${contact}` : '';
      const rows = await dataverse.rows(
        `${redemptionRequest.set}?$select=${select}&$filter=(${filter})${isOwn}`,
      );
      const answer = { status: 200, body: { value: rows } };
      kept.set(key, answer);
      return answer;
    },
  };
}
