import { type DestinationStream, type Logger, pino } from 'pino';
import { InvitationError } from '../errors/invitationError.js';
import { surroundings } from './telemetry/tracing/correlation.js';

/** Names under which a secret, a code or an address could reach a log line, one level deep and two. */
const secretNames = [
  'authorization',
  'token',
  'accessToken',
  'secret',
  'password',
  'code',
  'inv_code',
  'link',
  'email',
  'emailaddress1',
  'addressused',
  'to',
  'body',
  'description',
];

/** What is left of an error in a log line: its code and sentence. The stack only of those nobody foresaw. */
function loggedError(error: unknown): object {
  if (error instanceof InvitationError) return { errorCode: error.code, sentence: error.message };
  if (error instanceof Error) return { errorCode: error.name, sentence: error.message, stack: error.stack };
  return { sentence: String(error) };
}

/** Lines written within a span carry its correlation id, unless their logger gives them one already. */
function correlation(_line: object, _level: number, logger: Logger): object {
  const around = surroundings();
  return around === undefined || 'correlation' in logger.bindings()
    ? {}
    : { correlation: around.correlation };
}

/**
 * The service's log: one JSON object a line on standard output, `time` in ISO 8601, `message` short and for people. What must stay
 * secret is never handed to it; should it happen by mistake, it is blotted out here.
 * @param destination default standard output, written at once: the last line before an end is the one that matters
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'invitations' },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    serializers: { error: loggedError },
    mixin: correlation,
  };
  return pino(options, destination ?? pino.destination({ dest: 1, sync: true }));
}
