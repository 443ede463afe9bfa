import { readOptions, usage } from './commandLine.js';
import { startSandbox } from './start.js';

/** `npm run sandbox`: the embedded Dataverse on its own, until Ctrl-C. */
async function main(): Promise<void> {
  const { values, problem } = readOptions(process.argv.slice(2));
  if (values === undefined) {
    if (problem === undefined) console.log(usage);
    else console.error(`${problem}\n\n${usage}`);
    process.exitCode = problem === undefined ? 0 : 2;
    return;
  }
  const sandbox = await startSandbox(values);
  console.log(
    [
      `Dataverse sandbox is ready: ${sandbox.url}/api/data/v9.2/`,
      ...(values.app ? [`  app       ${sandbox.url}/`] : []),
      `  rows      ${values.data ?? 'in memory, gone at the end'}`,
      `  sign in   POST ${sandbox.url}/${sandbox.tenantId}/oauth2/v2.0/token`,
      ...(values.developmentTokens
        ? ['  or with   Authorization: Bearer dev-admin | dev-manager | dev-reader | dev-service']
        : []),
      ...(values.mail ? [`  mail      to ${values.mail.smtpUrl}`] : []),
      ...(values.protection ? ['  limits    service protection is on'] : []),
      ...(values.admin ? [`  admin     ${sandbox.url}/sandbox/admin/`] : []),
      'Ctrl-C stops it.',
    ].join('\n'),
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await sandbox.close();
}

main().catch((error: unknown) => {
  console.error(`The sandbox did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
