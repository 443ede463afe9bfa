import * as z from 'zod';
import { addressProblem } from '../dataverse/addressProblem.js';
import type { Credentials } from '../dataverse/identity/credentials.js';
import { readIdentities } from '../dataverse/identity/readIdentities.js';
import type { DoorsConfig } from '../doors/config/doorsConfig.js';
import { readDoorsConfig } from '../doors/config/readDoorsConfig.js';
import { invitationError } from '../errors/invitationError.js';

/** The service's own configuration: what it must know before it can ask Dataverse for the makers' settings. */
export interface ServiceConfig {
  /** Base address of the environment: `https://contoso.crm.dynamics.com`. */
  readonly dataverseUrl: string;
  /** The application users the service works as, each with a budget of its own. At least one. */
  readonly identities: readonly Credentials[];
  /** Base address of the identity provider; left out: Microsoft Entra ID of the public cloud. */
  readonly authority?: string;
  /** Address the health checks, and the doors, are served at. Default 127.0.0.1; `0.0.0.0` in a container. */
  readonly host: string;
  /** Port of the health checks. Default 5802; 0 = any free one. */
  readonly port: number;
  /** Milliseconds between two looks for work while there is none at first; grows with idleness. Default 2,000. */
  readonly pollMilliseconds: number;
  /** Requests of one application user at once; never exceeded whatever Dataverse recommends. Default 16. */
  readonly concurrency: number;
  /** Services that run on this environment, this one included: what is recommended or allowed for all is shared. Default 1. */
  readonly instances: number;
  /** Milliseconds that Dataverse's service protection looks back; left out: as it does. */
  readonly protectionWindow?: number;
  /** Mails a minute that each sender's mailbox is given by all services together; 0, the default, sets no limit. */
  readonly mailsPerMinute: number;
  /** Default `info`. */
  readonly logLevel: (typeof logLevels)[number];
  /** The redemption page and the API; left out: the service has none. */
  readonly doors?: DoorsConfig;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Problems are told without repeating the value, it may hold a password. */
const baseAddress = z.string().superRefine((text, context) => {
  const problem = addressProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

/** Number written in digits, within limits. */
const numberBetween = (minimum: number, maximum: number, whole: boolean) =>
  z
    .string()
    .refine(
      (text) => {
        const value = Number(text);
        return (
          /^\d+(\.\d+)?$/.test(text) &&
          value >= minimum &&
          value <= maximum &&
          (!whole || Number.isInteger(value))
        );
      },
      `must be a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}`,
    )
    .transform(Number);

const variables = z.object({
  DATAVERSE_URL: baseAddress,
  DATAVERSE_AUTHORITY: baseAddress.optional(),
  INVITATIONS_HOST: z.string().default('127.0.0.1'),
  INVITATIONS_PORT: numberBetween(0, 65535, true).default(5802),
  INVITATIONS_POLL_SECONDS: numberBetween(0.2, 60, false).default(2),
  INVITATIONS_CONCURRENCY: numberBetween(1, 50, true).default(16),
  INVITATIONS_INSTANCES: numberBetween(1, 100, true).default(1),
  INVITATIONS_PROTECTION_WINDOW_SECONDS: numberBetween(1, 300, false).optional(),
  INVITATIONS_MAILS_PER_MINUTE: numberBetween(0, 10_000, true).default(0),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Health checks and metrics are for the inside, the doors for the world: they never share a port. 0 is any free one. */
const samePort = (one: number, other: number | undefined): boolean => one === other && one !== 0;

/**
 * Reads the configuration from environment variables. An empty variable counts as absent.
 * @throws InvitationError INV_CONFIG_INVALID, with a sentence for each wrong variable and no value of any
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const { identities, problems: identityProblems } = readIdentities(given);
  const doors = readDoorsConfig(given, parsed.data?.INVITATIONS_HOST ?? '');
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => {
      const name = String(issue.path[0]);
      return `${name} ${given[name] === undefined ? 'is missing' : issue.message}`;
    }),
    ...identityProblems,
    ...doors.problems,
    ...(doors.value && samePort(doors.value.port, parsed.data?.INVITATIONS_PORT)
      ? ['INVITATIONS_DOORS_PORT and INVITATIONS_PORT are the same']
      : []),
  ];
  if (!parsed.success || problems.length > 0) {
    throw invitationError('INV_CONFIG_INVALID', { problems: problems.join('; ') });
  }
  const { data } = parsed;
  return {
    dataverseUrl: new URL(data.DATAVERSE_URL).origin,
    identities,
    ...(data.DATAVERSE_AUTHORITY && { authority: new URL(data.DATAVERSE_AUTHORITY).origin }),
    host: data.INVITATIONS_HOST,
    port: data.INVITATIONS_PORT,
    pollMilliseconds: data.INVITATIONS_POLL_SECONDS * 1000,
    concurrency: data.INVITATIONS_CONCURRENCY,
    instances: data.INVITATIONS_INSTANCES,
    ...(data.INVITATIONS_PROTECTION_WINDOW_SECONDS && {
      protectionWindow: data.INVITATIONS_PROTECTION_WINDOW_SECONDS * 1000,
    }),
    mailsPerMinute: data.INVITATIONS_MAILS_PER_MINUTE,
    logLevel: data.LOG_LEVEL,
    ...(doors.value && { doors: doors.value }),
  };
}
