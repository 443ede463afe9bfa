import { runCheck } from './environment/check/runCheck.js';

/** `npm run check-environment -- --environment URL`; `--help` tells the rest. */
process.exitCode = await runCheck(process.argv.slice(2), {
  variables: process.env,
  print: (text) => console.log(text),
  tell: (text) => console.error(text),
  isWatched: process.stdout.isTTY === true && process.stderr.isTTY === true,
});
