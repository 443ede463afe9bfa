import { silentTelemetry } from '../../../plugins/contract/telemetry.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { DoorsConfig } from '../../../plugins/doors/config/doorsConfig.js';
import type { Redemptions } from '../../../plugins/doors/page/redemptions.js';
import type { SignIn } from '../../../plugins/doors/signIn/signIn.js';
import type { InvitationCard } from '../../../plugins/redeem/inspection.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';

/** A configuration of the doors as a test has it. */
export const doorsConfig: DoorsConfig = {
  url: 'https://invite.contoso.example',
  host: '127.0.0.1',
  port: 0,
  secrets: ['a secret of thirty-two characters, or of more'],
  trustedProxies: 0,
  returnUrl: 'https://portal.contoso.example/home',
  returnOrigins: ['https://portal.contoso.example', 'https://shop.contoso.example:8443'],
  providers: [],
  brand: {
    name: 'Contoso',
    color: '#0f6cbd',
    supportUrl: 'https://contoso.example/help',
    privacyUrl: 'https://contoso.example/privacy',
    texts: {},
  },
  api: { keys: [], issuers: [] },
};

export const anna: Visitor = {
  issuer: 'https://login.contoso.example',
  subject: 'anna',
  verifiedEmail: 'anna@fabrikam.example',
  name: 'Anna Fischer',
  provider: 'Contoso ID',
};

export const card: InvitationCard = {
  group: false,
  invitedBy: 'Paul Cannon',
  account: 'Fabrikam, Inc.',
  webRoles: ['Customer', 'Order Approver'],
  expiryDate: '2026-12-04',
  usesLeft: 1,
  invitedAs: 'a…a@fabrikam.example',
};

/** What the page asks of the service's context. */
export const pluginContext = (part: Partial<PluginContext> = {}): PluginContext =>
  ({
    telemetry: silentTelemetry,
    settings: () => ({ timeZone: 'Europe/Berlin' }),
    ...part,
  }) as PluginContext;

/** A provider that signs in whoever a test says. */
export function fakeSignIn(visitor: () => Visitor = () => anna): SignIn {
  return {
    providers: [
      { id: 'contoso', name: 'Contoso ID' },
      { id: 'google', name: 'Google' },
    ],
    origins: () => ['https://login.contoso.example'],
    begin: async (provider, { choose, language }) => ({
      location: `https://login.contoso.example/authorize?${new URLSearchParams({ provider, choose: String(choose), language }).toString()}`,
      state: { provider, state: 'state', nonce: 'nonce', codeVerifier: 'verifier' },
    }),
    finish: async () => visitor(),
  };
}

/** Plugins/redeem as a test has it: an open invitation for Anna unless told otherwise. */
export function fakeRedemptions(part: Partial<Redemptions> = {}): Redemptions {
  return {
    inspect: async ({ visitor }) => ({
      kind: 'open',
      card,
      ...(visitor && { visitor: { kind: 'welcome', as: 'Anna Fischer' } }),
    }),
    redeem: async () => ({
      outcome: 'redeemed',
      reason: '',
      granted: {
        account: 'Fabrikam, Inc.',
        keptAccount: false,
        webRoles: ['Customer', 'Order Approver'],
        workflow: true,
      },
    }),
    askForNew: async () => 'asked',
    ...part,
  };
}
