import { addressOf } from '../../host/pageAddress.js';
import { bracedId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { failClosed } from '../failClosed.js';
import { itemCollection } from '../itemCollection.js';
import { lookupValue } from '../lookupValue.js';
import { dateFormattingInfo } from './dateFormattingInfo.js';

type Surroundings = Pick<Host, 'definition' | 'api' | 'navigation'>;

/** Xrm.Utility.getGlobalContext(): who works where, in which app. */
export function globalContext(host: Surroundings): object {
  const { definition, api } = host;
  const { app, organization } = definition;
  const appUrl = `${api.clientUrl}/main.aspx?appid=${app.id}`;
  return failClosed(
    'Xrm.Utility.getGlobalContext()',
    {
      client: client(),
      userSettings: userSettings(host),
      organizationSettings: organizationSettings(host),
      getClientUrl: () => api.clientUrl,
      getVersion: () => organization.version,
      isOnPremise: () => false,
      getCurrentAppName: () => Promise.resolve(app.name),
      getCurrentAppProperties: () =>
        Promise.resolve({ appId: app.id, displayName: app.name, uniqueName: app.uniqueName, url: appUrl }),
      getCurrentAppUrl: () => appUrl,
      /** Parameters of the page that is shown. */
      getQueryStringParameters: () =>
        Object.fromEntries(
          new URL(addressOf(definition, host.navigation.page.value), api.clientUrl).searchParams,
        ),
      // The organization's name is part of the path only on premises.
      prependOrgName: (path: string) => path,
      getWebResourceUrl: (name: string) => `${api.clientUrl}/WebResources/${name}`,
    },
    retired,
  );
}

const retired = {
  getUserId: 'userSettings.userId',
  getUserName: 'userSettings.userName',
  getUserLcid: 'userSettings.languageId',
  getUserRoles: 'userSettings.roles',
  getOrgLcid: 'organizationSettings.languageId',
  getOrgUniqueName: 'organizationSettings.uniqueName',
  getIsAutoSaveEnabled: 'organizationSettings.isAutoSaveEnabled',
  getTimeZoneOffsetMinutes: 'userSettings.getTimeZoneOffsetMinutes',
};

/** XRM's form factors: 1 desktop. */
const desktop = 1;

function client(): object {
  return failClosed('globalContext.client', {
    getClient: () => 'Web',
    getClientState: () => 'Online',
    getFormFactor: () => desktop,
    isOffline: () => false,
    isNetworkAvailable: () => true,
  });
}

function userSettings({ definition: { user } }: Surroundings): object {
  const roles = user.roles.map((role) => lookupValue({ ...role, table: 'role' }));
  return failClosed(
    'globalContext.userSettings',
    {
      userId: bracedId(user.id),
      userName: user.name,
      languageId: user.languageCode,
      roles: itemCollection('userSettings.roles', () => roles),
      isRTL: false,
      isHighContrastEnabled: false,
      isGuidedHelpEnabled: false,
      dateFormattingInfo: dateFormattingInfo(user.languageCode),
      getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
    },
    { securityRoles: 'userSettings.roles', transactionCurrencyId: 'userSettings.transactionCurrency' },
  );
}

function organizationSettings({ definition: { organization } }: Surroundings): object {
  return failClosed(
    'globalContext.organizationSettings',
    {
      organizationId: bracedId(organization.id),
      uniqueName: organization.uniqueName,
      languageId: organization.languageCode,
      isAutoSaveEnabled: false,
      useSkypeProtocol: false,
    },
    { baseCurrencyId: 'organizationSettings.baseCurrency' },
  );
}
