import { apiKeyHash, newApiKey } from '../plugins/doors/api/access/apiKey.js';
import { UsageMistake } from './command/mistake.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';

const usage = `npm run api-key -- NAME

Makes a key for the API, prints it once, and keeps it nowhere. NAME is what the log calls who uses it: 1 to 64 letters, digits, dots,
hyphens, underscores.`;

/** `npm run api-key` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const [name, ...more] = readArguments({ args: [...args], allowPositionals: true }).positionals;
    if (name === undefined || more.length > 0) throw new UsageMistake('Say one name.');
    if (!/^[\w.-]{1,64}$/.test(name)) {
      throw new UsageMistake('The name takes 1 to 64 letters, digits, dots, hyphens and underscores.');
    }
    const key = newApiKey();
    print(`Key, shown this once:  ${key}
For the service:       INVITATIONS_API_KEYS=${name}:${apiKeyHash(key)}

1. Give the key to the back end of the site, as a secret. It belongs into no browser, file of a repository or mail.
2. Add the value to INVITATIONS_API_KEYS of the service, with a comma after those that are there, and start the service again.
3. Try it: docs/api.md has a first request. To replace a key, add a new one, change the site, then take the old one out.`);
    return 0;
  },
});
