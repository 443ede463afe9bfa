import './smallHeap.js';
import { isInvitationError } from '../errors/invitationError.js';
import { readConfig } from './config.js';
import { createLog } from './logging.js';
import { plugins } from './plugins.js';
import { startService } from './startService.js';

/**
 * `npm run service`. Exit codes: 0 stopped when asked to · 1 an error nobody foresaw, or stopped by force · 78 the configuration is
 * wrong (EX_CONFIG), starting again does not help.
 * SIGTERM and SIGINT finish what is under way, at most 10 s; a second one ends the process at once. Nothing is lost either way: what was not
 * finished is still due.
 */
const exitCode = { failed: 1, configuration: 78 };

let log = createLog('info');

/** An error nobody foresaw: to go on could do harm, and nothing is lost by starting again. */
const crash = (error: unknown): never => {
  log.fatal({ error }, 'the service ended on an unexpected error');
  process.exit(exitCode.failed);
};
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

try {
  const config = readConfig(process.env);
  log = createLog(config.logLevel);
  const service = await startService(config, { plugins, log });
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(exitCode.failed);
    asked = true;
    service.stop().then(() => process.exit(0), crash);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  if (!isInvitationError(error)) crash(error);
  else {
    log.fatal({ errorCode: error.code }, error.message);
    process.exit(exitCode.configuration);
  }
}
