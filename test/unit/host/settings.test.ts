import { describe, expect, it } from '@jest/globals';
import type { Dataverse, Read } from '../../../plugins/dataverse/door.js';
import { parseSettings } from '../../../plugins/host/settings/parseSettings.js';
import { readSettings } from '../../../plugins/host/settings/readSettings.js';

const site = { inv_SiteUrl: 'https://contoso.powerappsportals.com' };
const parse = (values: Record<string, string>) => parseSettings(new Map(Object.entries(values)));

describe('the settings', () => {
  it('need the address of the site alone', () => {
    expect(parse(site)).toEqual({
      siteUrl: 'https://contoso.powerappsportals.com',
      redemptionPath: '/register?invitation={code}',
      timeZone: 'UTC',
      defaultExpiryDays: 0,
      redeemerPolicy: 'invited',
      linkingPolicy: 'verifiedEmail',
      accountPolicy: 'keep',
      senderQueue: '',
      templateTitle: 'Invitation',
      contactLanguageColumn: '',
    });
  });

  it('take what the makers set, without blanks around it', () => {
    const values = {
      inv_SiteUrl: ' https://contoso.example/portal/ ',
      inv_RedemptionPath: '/r/{code}',
      inv_TimeZone: 'Europe/Berlin',
      inv_DefaultExpiryDays: '30',
      inv_RedeemerPolicy: 'anyone',
      inv_LinkingPolicy: 'code',
      inv_AccountPolicy: 'replace',
      inv_SenderQueue: 'Invitations',
      inv_TemplateTitle: 'Welcome',
      inv_ContactLanguageColumn: 'mspp_userpreferredlcid',
    };
    expect(parse(values)).toEqual({
      siteUrl: 'https://contoso.example/portal',
      redemptionPath: '/r/{code}',
      timeZone: 'Europe/Berlin',
      defaultExpiryDays: 30,
      redeemerPolicy: 'anyone',
      linkingPolicy: 'code',
      accountPolicy: 'replace',
      senderQueue: 'Invitations',
      templateTitle: 'Welcome',
      contactLanguageColumn: 'mspp_userpreferredlcid',
    });
  });

  it('let a site on this machine speak http', () => {
    expect(parse({ inv_SiteUrl: 'http://localhost:5803' }).siteUrl).toBe('http://localhost:5803');
  });

  it.each([
    ['inv_SiteUrl', '', 'is not set; give it the address of your site'],
    ['inv_SiteUrl', 'contoso.example', 'must be an address such as https://contoso.powerappsportals.com'],
    ['inv_SiteUrl', 'http://contoso.example', 'must begin with https://'],
    ['inv_SiteUrl', 'javascript:alert(1)', 'must begin with https://'],
    ['inv_SiteUrl', 'https://contoso.example/?a=b', 'must be a plain address'],
    ['inv_RedemptionPath', 'register?invitation={code}', 'must begin with /'],
    ['inv_RedemptionPath', '/register', 'must contain {code} once, where the code goes'],
    ['inv_RedemptionPath', '/{code}/{code}', 'must contain {code} once, where the code goes'],
    ['inv_TimeZone', 'Middle Earth', 'must be an IANA time zone such as Europe/Berlin'],
    ['inv_TimeZone', '+01:00', 'must be an IANA time zone such as Europe/Berlin'],
    ['inv_DefaultExpiryDays', '-1', 'must be a whole number of days from 0 to 36500'],
    ['inv_DefaultExpiryDays', '1.5', 'must be a whole number of days from 0 to 36500'],
    ['inv_DefaultExpiryDays', '99999', 'must be a whole number of days from 0 to 36500'],
    ['inv_RedeemerPolicy', 'everybody', 'must be invited or anyone'],
    ['inv_LinkingPolicy', 'Code', 'must be verifiedEmail or code'],
    ['inv_AccountPolicy', 'merge', 'must be keep or replace'],
    ['inv_ContactLanguageColumn', 'Preferred Language', 'must be the logical name of a column of contact'],
  ])('refuse %s = %p: it %s', (name, value, sentence) => {
    expect(() => parse({ ...site, [name]: value })).toThrow(`${name} ${sentence}`);
  });

  it('tell everything that is wrong at once', () => {
    expect(() => parse({ inv_TimeZone: 'x', inv_RedeemerPolicy: 'y' })).toThrow(
      /inv_SiteUrl is not set.*inv_TimeZone must.*inv_RedeemerPolicy must/,
    );
  });

  it('are the values of this environment, else the defaults of the solution', async () => {
    const asked: Read[] = [];
    const value = 'environmentvariabledefinition_environmentvariablevalue';
    const rows = [
      { schemaname: 'inv_SiteUrl', defaultvalue: null, [value]: [{ value: 'https://own.example' }] },
      { schemaname: 'inv_TemplateTitle', defaultvalue: 'Invitation', [value]: [{ value: 'Own' }] },
      { schemaname: 'inv_TimeZone', defaultvalue: 'Asia/Tokyo', [value]: [] },
      { schemaname: 'inv_SenderQueue', defaultvalue: null },
    ];
    const dataverse = {
      page: async (read: Read) => {
        asked.push(read);
        return { rows };
      },
    } as unknown as Dataverse;
    expect(await readSettings(dataverse)).toMatchObject({
      siteUrl: 'https://own.example',
      templateTitle: 'Own',
      timeZone: 'Asia/Tokyo',
      senderQueue: '',
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.set).toBe('environmentvariabledefinitions');
  });
});
