import { pino } from 'pino';
import { silentTelemetry } from '../../../plugins/contract/telemetry.js';
import type { ProviderConfig } from '../../../plugins/doors/config/doorsConfig.js';
import { createSignIn, type SignInOptions } from '../../../plugins/doors/signIn/createSignIn.js';
import type { SignIn } from '../../../plugins/doors/signIn/signIn.js';

/** Where the doors of these tests would be: nobody listens there, and nobody has to. */
export const doorsUrl = 'http://127.0.0.1:9';

/** Sign-in with everything it tells. */
export interface Watched {
  readonly signIn: SignIn;
  /** Security events as the telemetry counted them. */
  readonly counted: readonly string[];
  /** Everything that was logged, line by line. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
}

/** Sign-in that tells a test what it tells those who watch over the doors. */
export function watched(providers: readonly ProviderConfig[], options: Partial<SignInOptions> = {}): Watched {
  const counted: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const signIn = createSignIn({
    providers,
    url: doorsUrl,
    log: pino({}, { write: (line: string) => logged.push(JSON.parse(line) as Record<string, unknown>) }),
    telemetry: {
      ...silentTelemetry,
      happened: (what, reason) => counted.push(`${what} ${reason ?? ''}`),
    },
    ...options,
  });
  return { signIn, counted, logged };
}

/** A provider as somebody would configure it. */
export function configured(issuer: string, given: Partial<ProviderConfig> = {}): ProviderConfig {
  return {
    id: 'sandbox',
    name: 'Contoso',
    issuer,
    clientId: 'invitations',
    clientSecret: 'sandbox',
    scopes: 'openid email profile',
    trustEmail: 'whenVerified',
    ...given,
  };
}

/** The query of an address that a provider sends somebody back with. */
export const answerOf = (url: string): URLSearchParams => new URL(url).searchParams;
