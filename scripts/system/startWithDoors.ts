import { readDoorsConfig } from '../../plugins/doors/config/readDoorsConfig.js';
import { Clock } from '../../sandbox/dataverse/clock.js';
import { contactsOf } from '../../sandbox/identity/contacts.js';
import { startIdentityProvider } from '../../sandbox/identity/startIdentityProvider.js';
import { Mistake } from '../command/mistake.js';
import { freePorts } from './freePorts.js';
import { sampleClient, sampleDoors } from './sampleDoors.js';
import { startInProcess, type InProcessOptions, type RunningSystem } from './startInProcess.js';
import { tokens } from './startSystem.js';

/** The system, and what people need to redeem. */
export interface SystemWithDoors extends RunningSystem {
  /** Address of the redemption page and the API. */
  readonly doors: string;
  /** Issuer of the identity provider, where every contact with an address can sign in. */
  readonly identity: string;
}

/** As `startInProcess`; the site's address is that of the doors unless given, and more variables of the doors may be. */
export interface WithDoorsOptions extends Partial<Omit<InProcessOptions, 'doors'>> {
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Starts what `npm start` starts, doors and identity provider included, without processes of their own: for tests and pictures.
 *
 * @throws Mistake when the variables of the doors are wrong
 */
export async function startWithDoors(options: WithDoorsOptions = {}): Promise<SystemWithDoors> {
  const { clock = new Clock(), variables = {}, ...rest } = options;
  const [port = 0, identityPort = 0] = await freePorts(2);
  const host = '127.0.0.1';
  const issuer = `http://${host}:${identityPort}`;
  const { value: config, problems } = readDoorsConfig({ ...sampleDoors(port, issuer), ...variables }, host);
  if (config === undefined || problems.length > 0) throw new Mistake(problems.join('; '));

  const system = await startInProcess({ siteUrl: config.url, clock, ...rest, doors: config });
  const identity = await startIdentityProvider({
    port: identityPort,
    contacts: contactsOf({ url: system.url, token: tokens.admin }),
    clients: [sampleClient],
    now: () => clock.now(),
  });
  return {
    ...system,
    doors: config.url,
    identity: identity.url,
    async close() {
      await system.close();
      await identity.close();
    },
  };
}
