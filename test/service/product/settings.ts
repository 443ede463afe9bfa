import type { Settings } from '../../../plugins/contract/settings.js';

/** What a site has set that kept to the defaults. */
export const sampleSettings: Settings = {
  siteUrl: 'https://contoso.example',
  redemptionPath: '/register?invitation={code}',
  timeZone: 'UTC',
  defaultExpiryDays: 0,
  redeemerPolicy: 'invited',
  linkingPolicy: 'verifiedEmail',
  accountPolicy: 'keep',
  senderQueue: '',
  templateTitle: 'Invitation',
  contactLanguageColumn: 'mspp_userpreferredlcid',
};
