import { v5 } from 'uuid';
import { redemptionRequest } from '../../solution/schema.js';
import type { Site } from './site.js';
import { snippetName } from './template.js';

/** A record as pac writes it: columns of the standard data model, whichever the site has. */
export type SiteRecord = Readonly<Record<string, unknown>>;

/** How far a table permission reaches (table reference of adx_entitypermission). */
export const scope = { contact: 756150001, self: 756150004 } as const;
/** Further numbers of Power Pages' choices, see the table reference of adx_columnpermission, adx_pagetemplate, adx_contentsnippet. */
const column = { create: 746610000, read: 746610001 } as const;
const webTemplateType = 756150001;
const plainText = 756150000;

/** Names of our records; files are called after them. */
export const names = {
  template: 'Invitation Redemption',
  page: 'Invitation',
  ownRequests: 'Invitations - Own Redemption Requests',
  ownContact: 'Invitations - Own Contact',
  columns: 'Invitations - Redemption Requests',
} as const;

/** What the page writes and reads. Only these are open to the portal Web API. */
const columns = [
  { name: 'inv_code', permissions: [column.create] },
  { name: 'inv_contactid', permissions: [column.create] },
  { name: 'inv_outcome', permissions: [column.read] },
] as const;

const namespace = '3e0c8f5b-7a41-4b0d-9c1e-52d6a7f3b810';

/**
 * Id of one of our records: the same on every machine and in every environment of the site. The site's own id is no namespace: Dataverse
 * makes ids that are no UUID by the book.
 */
const idOf = (site: Site, record: string): string =>
  v5(`${site.websiteId.toLowerCase()}/${record}`, namespace);

/** The web template, which holds the page. */
export const webTemplate = (site: Site): SiteRecord => ({
  adx_name: names.template,
  adx_webtemplateid: idOf(site, 'web template'),
});

/** The page template, which lets pages use it. */
export const pageTemplate = (site: Site): SiteRecord => ({
  adx_entityname: 'adx_webpage',
  adx_isdefault: false,
  adx_name: names.template,
  adx_pagetemplateid: idOf(site, 'page template'),
  adx_type: webTemplateType,
  adx_usewebsiteheaderandfooter: true,
  adx_webtemplateid: idOf(site, 'web template'),
});

/** The page at /invitation: the root, and for each language of the site what it is called there. */
export function webPage(site: Site, title: string, language?: { code: string; id: string }): SiteRecord {
  const root = idOf(site, 'page');
  return {
    adx_enablerating: false,
    adx_enabletracking: false,
    adx_excludefromsearch: true,
    adx_hiddenfromsitemap: true,
    adx_isroot: language === undefined,
    adx_name: names.page,
    adx_pagetemplateid: idOf(site, 'page template'),
    adx_parentpageid: site.homePageId,
    adx_partialurl: 'invitation',
    adx_publishingstateid: site.publishedStateId,
    adx_sharedpageconfiguration: false,
    adx_title: title,
    ...(language === undefined
      ? { adx_webpageid: root }
      : {
          adx_rootwebpageid: root,
          adx_webpageid: idOf(site, `page/${language.code}`),
          adx_webpagelanguageid: language.id,
        }),
  };
}

/**
 * Who is signed in may write and read redemption requests of their own contact, and change or delete none. Which contact a new row may
 * have is decided by whose rows one may append to: one's own contact and no other (Portals Web API, error 90040106).
 */
export function tablePermissions(site: Site): readonly SiteRecord[] {
  const permission = (name: string, table: string, rights: SiteRecord): SiteRecord => ({
    adx_append: false,
    adx_appendto: false,
    adx_create: false,
    adx_delete: false,
    adx_entitylogicalname: table,
    adx_entityname: name,
    adx_entitypermission_webrole: [site.authenticatedRoleId],
    adx_entitypermissionid: idOf(site, name),
    adx_read: true,
    adx_write: false,
    ...rights,
  });
  return [
    permission(names.ownRequests, redemptionRequest.name, {
      adx_append: true,
      adx_contactrelationship: 'inv_contact_inv_redemptionrequest_contactid',
      adx_create: true,
      adx_scope: scope.contact,
    }),
    permission(names.ownContact, 'contact', { adx_appendto: true, adx_scope: scope.self }),
  ];
}

/** What may be set on creation and what may be read, for the portal Web API. */
export function columnPermissions(site: Site): {
  readonly profile: SiteRecord;
  readonly columns: readonly SiteRecord[];
} {
  const adx_columnpermissionprofileid = idOf(site, 'column permission profile');
  return {
    profile: {
      adx_columnpermissionprofile_webrole: [site.authenticatedRoleId],
      adx_columnpermissionprofileid,
      adx_profilename: names.columns,
      adx_tablename: redemptionRequest.name,
    },
    columns: columns.map(({ name, permissions }) => ({
      adx_columnname: name,
      adx_columnpermissionid: idOf(site, `column permission/${name}`),
      adx_columnpermissionprofileid,
      adx_permissions: permissions,
    })),
  };
}

/** Opens redemption requests to the portal Web API, with the columns of the page alone. */
export const siteSettings = (site: Site): readonly SiteRecord[] =>
  [
    { name: 'enabled', value: true },
    { name: 'fields', value: columns.map(({ name }) => name).join() },
  ].map(({ name, value }) => ({
    adx_name: `Webapi/${redemptionRequest.name}/${name}`,
    adx_sitesettingid: idOf(site, `site setting/${name}`),
    adx_value: value,
  }));

/** A text of the page in a language of the site. @param text its name in texts.yaml */
export const contentSnippet = (
  site: Site,
  text: string,
  language: { code: string; id: string },
): SiteRecord => ({
  adx_contentsnippetid: idOf(site, `snippet/${text}/${language.code}`),
  adx_contentsnippetlanguageid: language.id,
  adx_display_name: snippetName(text),
  adx_name: snippetName(text),
  adx_type: plainText,
});
