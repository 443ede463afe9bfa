import { pino } from 'pino';
import { createPace } from '../../../plugins/contract/pace.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { silentTelemetry } from '../../../plugins/contract/telemetry.js';
import { connect } from '../../../plugins/dataverse/connect.js';
import { environmentVariables } from '../../../solution/schema.js';

/**
 * What a plugin is given, in this process: the door as the service opens it, and the makers' settings as they are after an import.
 *
 * @param token of a service user
 */
export async function openPluginContext(url: string, token: string): Promise<PluginContext> {
  const dataverse = connect({ url, identities: [{ token: async () => token }] });
  const settings = {
    siteUrl: 'https://www.contoso.example',
    redemptionPath: environmentVariables.redemptionPath.default,
    timeZone: 'UTC',
    defaultExpiryDays: 0,
    redeemerPolicy: environmentVariables.redeemerPolicy.default,
    linkingPolicy: environmentVariables.linkingPolicy.default,
    accountPolicy: environmentVariables.accountPolicy.default,
    senderQueue: '',
    templateTitle: 'Invitation',
    contactLanguageColumn: environmentVariables.contactLanguageColumn.default,
  } as const;
  return {
    dataverse,
    identity: await dataverse.whoAmI(),
    settings: () => settings,
    pace: createPace(0),
    log: pino({ level: 'silent' }),
    telemetry: silentTelemetry,
    now: () => new Date(),
  };
}
