import { parseArgs } from 'node:util';
import { mostServiceUsers } from './dataverse/install/serviceUsers.js';
import type { SandboxOptions } from './start.js';

/** What `npm run sandbox -- --help` prints. */
export const usage = `npm run sandbox -- [options]
  --port N               port to listen on (5800; 0 takes a free one)
  --host HOST            address to listen on (127.0.0.1)
  --data FILE            SQLite file that keeps the rows (in memory without it)
  --solution FOLDER      unpacked solution to install, can be repeated (solution/src)
  --empty                base tables only: no solution is installed
  --smtp URL             hand mails to this SMTP server: smtp://127.0.0.1:5825
  --service-users N      application users for services: service, service2 ... (1, at most 16)
  --service-secret TEXT  client secret of their applications
  --development-tokens   accept Bearer dev-admin, dev-manager, dev-reader, dev-service, dev-service2 ...
  --app                  add the app: sign in with a browser as a development user (needs --development-tokens)
  --protection           switch the service protection limits on
  --dop-hint N           degree of parallelism that x-ms-dop-hint recommends (10)
  --admin                add /sandbox/admin/: clock, faults, limits, counters`;

/** The options as given, or the one sentence that says what is wrong with them; neither when help is wanted. */
export interface CommandLine {
  readonly values?: SandboxOptions;
  readonly problem?: string;
}

/** Reads the command line of `npm run sandbox`. */
export function readOptions(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '5800' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string' },
        solution: { type: 'string', multiple: true },
        empty: { type: 'boolean', default: false },
        smtp: { type: 'string' },
        'service-users': { type: 'string' },
        'service-secret': { type: 'string' },
        'development-tokens': { type: 'boolean', default: false },
        app: { type: 'boolean', default: false },
        protection: { type: 'boolean', default: false },
        'dop-hint': { type: 'string' },
        admin: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return {};
    if (values.empty && values.solution !== undefined)
      throw new Error('--empty and --solution cannot be used together.');
    const secret = values['service-secret'];
    return {
      values: {
        port: readPort(values.port),
        host: values.host,
        ...(values.data === undefined ? {} : { data: values.data }),
        ...(values.empty || values.solution !== undefined ? { solutions: values.solution ?? [] } : {}),
        ...(values.smtp === undefined ? {} : { mail: { smtpUrl: readSmtpUrl(values.smtp) } }),
        ...readNumber('serviceUsers', values, 'service-users', mostServiceUsers),
        ...readNumber('dopHint', values, 'dop-hint', 1000),
        ...(secret === undefined ? {} : { serviceSecret: secret }),
        ...(values.protection ? { protection: {} } : {}),
        developmentTokens: values['development-tokens'],
        ...(values.app ? { app: true } : {}),
        admin: values.admin,
        jobs: {},
      },
    };
  } catch (error) {
    const [sentence = ''] = /^.*?(?=\. To specify |$)/s.exec(sentenceOf(error)) ?? [];
    return { problem: sentence.replace(/\.?$/, '.') };
  }
}

/** node:util's errors and our own: their message. */
function sentenceOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not '${text}'.`);
  return port;
}

/** An option that is a whole number from 1 to `most`, under the name it has in SandboxOptions; nothing when left out. */
function readNumber<N extends string>(
  name: N,
  values: Readonly<Record<string, unknown>>,
  option: string,
  most: number,
): { readonly [K in N]?: number } {
  const text = values[option];
  if (text === undefined) return {};
  const number = Number(text);
  if (!/^\d+$/.test(String(text)) || number < 1 || number > most)
    throw new Error(`--${option} must be a number from 1 to ${most}, not '${String(text)}'.`);
  return { [name]: number } as { readonly [K in N]: number };
}

function readSmtpUrl(text: string): string {
  const isSmtp = URL.canParse(text) && ['smtp:', 'smtps:'].includes(new URL(text).protocol);
  if (!isSmtp) throw new Error(`--smtp must be an address like smtp://127.0.0.1:5825, not '${text}'.`);
  return text;
}
