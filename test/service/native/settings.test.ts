import { describe, expect, it } from '@jest/globals';
import { parseSettings, settingVariables } from '../../../plugins/host/settings/parseSettings.js';
import { invitation as table } from '../../../solution/schema.js';
import { person, someAddress } from '../redeem/visitors/people.js';
import { comparing } from './compare.js';
import { openRealPage, stateOf } from './realPage.js';
import { contactsWith } from './rows.js';

const { product } = comparing();

// Native: an invitation can name a website, and its code opens every other one, too.
it('#11 an invitation names no site that a redemption would have to compare: a service is one site', () => {
  expect(Object.keys(table.lookups).sort()).toEqual([
    'assignToAccount',
    'executeWorkflowOnRedeemingContact',
    'invitedContact',
    'inviter',
    'redeemedContact',
  ]);
});

// Native: two or three settings must be set together, and as they come, open registration stands beside the invitations.
describe('#30 invite-only', () => {
  it('#30 is how it comes: with nothing set but the address of the site', () => {
    const { redeemerPolicy, linkingPolicy } = parseSettings(
      new Map([[settingVariables.siteUrl, 'https://contoso.example']]),
    );
    expect({ redeemerPolicy, linkingPolicy }).toEqual({
      redeemerPolicy: 'invited',
      linkingPolicy: 'verifiedEmail',
    });
  });

  it('#30 is not passed by signing in without a code: the page asks for one, and makes no contact', async () => {
    const address = someAddress();
    const page = await openRealPage(product(), () => person(address));
    await page.get('/register');
    await page.post('/sign-in', { provider: 'contoso' });
    await page.get('/signed-in/contoso?code=fromprovider&state=state');
    await page.post('/redeem');
    const { body } = await page.get('/register');
    expect(stateOf(body)).toBe('code');
    expect(await contactsWith(product(), address)).toBe(0);
  });
});
