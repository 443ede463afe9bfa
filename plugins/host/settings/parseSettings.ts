import * as z from 'zod';
import { environmentVariables } from '../../../solution/schema.js';
import { isLoopback } from '../../dataverse/loopback.js';
import { invitationError } from '../../errors/invitationError.js';
import type { Settings } from '../../contract/settings.js';

const siteUrl = z
  .string('is not set; give it the address of your site')
  .superRefine((text, context) => {
    const problem = siteUrlProblem(text);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  })
  .transform((text) => text.replace(/\/+$/, ''));

function siteUrlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'must be an address such as https://contoso.powerappsportals.com';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    return 'must begin with https://';
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    return 'must be a plain address, without ?, # or @';
  return undefined;
}

const redemptionPath = z
  .string()
  .startsWith('/', 'must begin with /')
  .refine((path) => path.split('{code}').length === 2, 'must contain {code} once, where the code goes')
  .default(environmentVariables.redemptionPath.default);

const timeZone = z
  .string()
  .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
  .default(environmentVariables.timeZone.default);

function isTimeZone(name: string): boolean {
  try {
    // Offsets such as +01:00 are taken by Intl too, but they know no summer time.
    return (
      /^[a-z]/i.test(name) &&
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}

const maximumDays = 36_500;
const days = z
  .string()
  .refine(
    (text) => /^\d+$/.test(text) && Number(text) <= maximumDays,
    `must be a whole number of days from 0 to ${maximumDays}`,
  )
  .transform(Number)
  .default(0);

const columnName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'must be the logical name of a column of contact, in lower case');

/** The schema name of the environment variable behind each setting. */
export const settingVariables = {
  siteUrl: environmentVariables.siteUrl.name,
  redemptionPath: environmentVariables.redemptionPath.name,
  timeZone: environmentVariables.timeZone.name,
  defaultExpiryDays: environmentVariables.defaultExpiryDays.name,
  redeemerPolicy: environmentVariables.redeemerPolicy.name,
  linkingPolicy: environmentVariables.linkingPolicy.name,
  accountPolicy: environmentVariables.accountPolicy.name,
  senderQueue: environmentVariables.senderQueue.name,
  templateTitle: environmentVariables.templateTitle.name,
  contactLanguageColumn: environmentVariables.contactLanguageColumn.name,
} as const satisfies Record<keyof Settings, string>;

const rules = z.object({
  siteUrl,
  redemptionPath,
  timeZone,
  defaultExpiryDays: days,
  redeemerPolicy: z
    .enum(['invited', 'anyone'], 'must be invited or anyone')
    .default(environmentVariables.redeemerPolicy.default),
  linkingPolicy: z
    .enum(['verifiedEmail', 'code'], 'must be verifiedEmail or code')
    .default(environmentVariables.linkingPolicy.default),
  accountPolicy: z
    .enum(['keep', 'replace'], 'must be keep or replace')
    .default(environmentVariables.accountPolicy.default),
  senderQueue: z.string().default(''),
  templateTitle: z.string().default(environmentVariables.templateTitle.default),
  contactLanguageColumn: columnName.or(z.literal('')).default(''),
}) satisfies z.ZodType<Settings>;

/** A setting that is wrong: the schema name of its environment variable, and what follows it in a sentence. */
export interface SettingProblem {
  readonly variable: string;
  readonly message: string;
}

/**
 * Checks the makers' settings.
 * @param values schema name of an environment variable → its value; absent or blank values take the default
 * @throws InvitationError INV_SETTING_INVALID, with a sentence for each wrong variable
 */
export function parseSettings(values: ReadonlyMap<string, string>): Settings {
  const parsed = parse(values);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error).map(({ variable, message }) => `${variable} ${message}`);
  throw invitationError('INV_SETTING_INVALID', { problems: problems.join('; ') });
}

/** What is wrong with the makers' settings, one by one; empty when the service takes them. */
export function settingProblems(values: ReadonlyMap<string, string>): readonly SettingProblem[] {
  const parsed = parse(values);
  return parsed.success ? [] : problemsOf(parsed.error);
}

const parse = (values: ReadonlyMap<string, string>) =>
  rules.safeParse(
    Object.fromEntries(
      Object.entries(settingVariables).map(([setting, variable]) => [
        setting,
        values.get(variable)?.trim() || undefined,
      ]),
    ),
  );

const problemsOf = (error: z.ZodError): readonly SettingProblem[] =>
  error.issues.map(({ path, message }) => ({
    variable: settingVariables[path[0] as keyof Settings],
    message,
  }));
