import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { filesBelow } from '../solution/filesBelow.js';
import { scope, type SiteRecord } from './records.js';

/**
 * What a maker should know before uploading: who can come in without an invitation, and what else lets visitors write redemption
 * requests. Sentences; none when there is nothing to say.
 *
 * @param folder the site, our records in it
 * @param settings its site settings by name
 * @param own names of our own table permissions
 */
export function remarks(
  folder: string,
  settings: ReadonlyMap<string, string>,
  own: readonly string[],
): readonly string[] {
  const permissions = filesBelow(join(folder, 'table-permissions'))
    .filter(({ path }) => path.endsWith('.tablepermission.yml'))
    .map(({ path }) => parse(readFileSync(join(folder, 'table-permissions', path), 'utf8')) as SiteRecord);
  return [...ofSettings(settings), ...permissions.flatMap((permission) => ofPermission(permission, own))];
}

function ofSettings(settings: ReadonlyMap<string, string>): readonly string[] {
  const isOn = (name: string, byDefault: boolean): boolean =>
    (settings.get(name) ?? String(byDefault)).toLowerCase() === 'true';
  const mapsContacts = [...settings].some(
    ([name, value]) => /\/AllowContactMappingWithEmail$/i.test(name) && value.toLowerCase() === 'true',
  );
  return [
    ...(isOn('Authentication/Registration/OpenRegistrationEnabled', true)
      ? [
          'Everybody may register: Authentication/Registration/OpenRegistrationEnabled is on. For an invite-only site set it to false.',
        ]
      : []),
    ...(mapsContacts
      ? []
      : [
          'No identity provider has AllowContactMappingWithEmail: who signs in for the first time becomes a new contact, and that one is not invited.',
        ]),
    ...(settings.has('HTTP/Content-Security-Policy')
      ? []
      : ['The site has no Content-Security-Policy (site setting HTTP/Content-Security-Policy).']),
  ];
}

function ofPermission(permission: SiteRecord, own: readonly string[]): readonly string[] {
  const name = String(permission['adx_entityname']);
  const roles = permission['adx_entitypermission_webrole'];
  if (own.includes(name) || !Array.isArray(roles) || roles.length === 0) return [];
  const table = permission['adx_entitylogicalname'];
  if (table === 'contact' && permission['adx_appendto'] === true && permission['adx_scope'] !== scope.self) {
    return [
      `Table permission “${name}” lets visitors append to contacts that are not their own: they could ask to redeem in the name of those.`,
    ];
  }
  return table === 'inv_redemptionrequest'
    ? [
        `Table permission “${name}” gives access to redemption requests, besides the one of the redemption page.`,
      ]
    : [];
}
