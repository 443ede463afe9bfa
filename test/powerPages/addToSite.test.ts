import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { project } from '../../scripts/command/project.js';
import { addToSite } from '../../scripts/powerPages/addToSite.js';
import { readShippedSite } from './site/shippedSite.js';

const source = join(project, 'solution/power-pages');
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const settingsText = `- adx_name: Authentication/Registration/OpenRegistrationEnabled
  adx_sitesettingid: ${id(20)}
  adx_value:   false   # the maker's own line
- adx_name: Authentication/OpenIdConnect/OpenIdConnect_1/AllowContactMappingWithEmail
  adx_sitesettingid: ${id(21)}
  adx_value: true
- adx_name: HTTP/Content-Security-Policy
  adx_sitesettingid: ${id(22)}
  adx_value: script-src 'self' 'nonce'`;

let folder: string;
const put = (path: string, content: unknown): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : stringify(content));
};
const text = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** A site in English and Italian, as `pac pages download` writes it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  // Ids that Dataverse makes are no UUID by the book.
  put('website.yml', { adx_name: 'Contoso', adx_websiteid: '0ef35c54-f355-ed11-9562-6045bd0ea8e5' });
  put('publishingstate.yml', [
    { adx_isdefault: false, adx_isvisible: false, adx_name: 'Draft', adx_publishingstateid: id(2) },
    { adx_isdefault: true, adx_isvisible: true, adx_name: 'Published', adx_publishingstateid: id(3) },
  ]);
  put('webrole.yml', [
    { adx_anonymoususersrole: true, adx_authenticatedusersrole: false, adx_name: 'A', adx_webroleid: id(4) },
    { adx_anonymoususersrole: false, adx_authenticatedusersrole: true, adx_name: 'B', adx_webroleid: id(5) },
  ]);
  put('.portalconfig/portallanguage.yml', [
    { adx_languagecode: 'en', adx_portallanguageid: id(6) },
    { adx_languagecode: 'it-IT', adx_portallanguageid: id(7) },
  ]);
  put('websitelanguage.yml', [
    { adx_name: 'English', adx_portallanguageid: id(6), adx_websitelanguageid: id(8) },
    { adx_name: 'Italiano', adx_portallanguageid: id(7), adx_websitelanguageid: id(9) },
  ]);
  put('web-pages/home/Home.webpage.yml', { adx_isroot: true, adx_partialurl: '/', adx_webpageid: id(10) });
  put('web-pages/profile/Profile.webpage.yml', {
    adx_isroot: true,
    adx_parentpageid: id(10),
    adx_partialurl: 'profile',
    adx_webpageid: id(11),
  });
  put('table-permissions/Own.tablepermission.yml', {
    adx_entitylogicalname: 'account',
    adx_entityname: 'Own',
  });
  put('sitesetting.yml', settingsText);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a downloaded site', () => {
  it('gets the page with its own ids, in its own languages', async () => {
    const { written, kept, remarks } = await addToSite(source, folder);
    expect(kept).toEqual([]);
    expect(remarks).toEqual([]);
    expect(written).toContain('sitesetting.yml');
    const everything = written.map(text).join('\n');
    expect(everything).not.toContain('ID_OF_');
    const page = (language: string): unknown =>
      parse(text(`web-pages/invitation/content-pages/Invitation.${language}.webpage.yml`));
    expect(page('en')).toMatchObject({
      adx_parentpageid: id(10),
      adx_publishingstateid: id(3),
      adx_webpagelanguageid: id(8),
    });
    // A language that is not among ours has the page all the same, in English.
    expect(page('it-IT')).toMatchObject({
      adx_title: 'Redeem your invitation',
      adx_webpagelanguageid: id(9),
    });
    expect(written.filter((path) => path.includes('.it-IT.contentsnippet'))).toEqual([]);
    for (const permission of readShippedSite(folder).records('.tablepermission.yml')) {
      if (permission['adx_entityname'] !== 'Own') {
        expect(permission['adx_entitypermission_webrole']).toEqual([id(5)]);
      }
    }
  });

  it('keeps each line of its site settings, and gets ours at the end', async () => {
    await addToSite(source, folder);
    expect(text('sitesetting.yml').startsWith(`${settingsText}\n- adx_name: Webapi/`)).toBe(true);
    expect((parse(text('sitesetting.yml')) as unknown[]).length).toBe(5);
  });

  it('to which it is added again stays as it is', async () => {
    await addToSite(source, folder);
    expect(await addToSite(source, folder)).toMatchObject({ written: [], kept: [] });
  });

  it('keeps what its maker changed, but gets the template of this version', async () => {
    await addToSite(source, folder);
    const snippet =
      'content-snippets/invitations-redeem-redeem/Invitations-Redeem-Redeem.en.contentsnippet.value.html';
    const template = 'web-templates/invitation-redemption/Invitation-Redemption.webtemplate.source.html';
    put(snippet, 'Join us');
    put(template, 'of an older version');
    const { written, kept } = await addToSite(source, folder);
    expect({ written, kept }).toEqual({ written: [template], kept: [snippet] });
    expect(text(snippet)).toBe('Join us');
  });

  it('has other ids for our records than another site', async () => {
    await addToSite(source, folder);
    const ids = (files: ReturnType<typeof readShippedSite>) =>
      files.records('.webtemplate.yml').map((record) => record['adx_webtemplateid']);
    expect(ids(readShippedSite(folder))).not.toEqual(ids(readShippedSite()));
  });
});

describe('the maker is told', () => {
  const said = async (): Promise<string> => (await addToSite(source, folder)).remarks.join('\n');

  it('that everybody may register, and that nobody becomes an invited contact by signing in', async () => {
    put('sitesetting.yml', '');
    expect(await said()).toMatch(
      /Everybody may register[\s\S]*AllowContactMappingWithEmail[\s\S]*Content-Security-Policy/,
    );
  });

  it('that another table permission opens contacts of others', async () => {
    put('table-permissions/Wide.tablepermission.yml', {
      adx_appendto: true,
      adx_entitylogicalname: 'contact',
      adx_entityname: 'Wide',
      adx_entitypermission_webrole: [id(5)],
      adx_scope: 756150000,
    });
    expect(await said()).toMatch(
      /^Table permission “Wide” lets visitors append to contacts that are not their own/,
    );
  });

  it('that another table permission opens redemption requests', async () => {
    put('table-permissions/More.tablepermission.yml', {
      adx_entitylogicalname: 'inv_redemptionrequest',
      adx_entityname: 'More',
      adx_entitypermission_webrole: [id(5)],
    });
    expect(await said()).toMatch(/^Table permission “More” gives access to redemption requests/);
  });

  it('that more columns are open than the page needs', async () => {
    put(
      'sitesetting.yml',
      `${settingsText}\n- adx_name: Webapi/inv_redemptionrequest/fields\n  adx_value: '*'\n`,
    );
    expect(await said()).toMatch(
      /fields is “\*”; the page needs “inv_code,inv_contactid,inv_outcome” and no more\.$/,
    );
  });
});

describe('a folder is refused', () => {
  it.each([
    ['that is no site', () => rmSync(join(folder, 'website.yml')), /website\.yml does not exist/],
    ['whose file is not what it should be', () => put('webrole.yml', [{ adx_name: 'B' }]), /webrole\.yml: /],
    [
      'that has no Home page',
      () => rmSync(join(folder, 'web-pages/home'), { recursive: true }),
      /no Home page/,
    ],
    [
      'that has no role for signed-in people',
      () => put('webrole.yml', []),
      /no web role for authenticated users/,
    ],
    ['that shows no page to anybody', () => put('publishingstate.yml', []), /no publishing state/],
    ['whose language is unknown', () => put('.portalconfig/portallanguage.yml', []), /no portal language/],
  ])('%s', async (_, spoil, expected) => {
    spoil();
    await expect(addToSite(source, folder)).rejects.toThrow(expected);
  });
});
