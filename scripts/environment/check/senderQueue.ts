import { settingVariables } from '../../../plugins/host/settings/parseSettings.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { literal } from '../literal.js';
import { mailboxColumns, mailboxProblem } from './mailbox.js';
import type { OrganizationFacts } from './organizationFacts.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

const variable = settingVariables.senderQueue;

/** Whether the queue that sends where an owner cannot is there, and its mailbox sends. */
export async function checkSenderQueue(
  values: ReadonlyMap<string, string>,
  { requiresApproval }: OrganizationFacts,
  { environment }: Subject,
): Promise<EnvironmentCheck> {
  const name = 'sender queue';
  const queueName = values.get(variable)?.trim() ?? '';
  if (queueName === '')
    return {
      name,
      state: 'warning',
      found: `${variable} is empty: what a team or an application owns is not sent`,
      mend: `Name a queue with a mailbox in ${variable}: ${places.variables}.`,
    };
  const [queue] = await environment.all(
    `queues?$select=name,emailaddress&$filter=name eq ${literal(queueName)} and statecode eq 0&$expand=${mailboxColumns}`,
  );
  if (queue === undefined)
    return {
      name,
      state: 'failed',
      found: `there is no active queue "${queueName}"`,
      mend: `Create it, ${places.queues}, or name another one in ${variable}.`,
    };
  if (!queue.emailaddress)
    return {
      name,
      state: 'failed',
      found: `the queue "${queueName}" has no email address`,
      mend: `Give it one: ${places.queues}.`,
    };
  const wrong = mailboxProblem(queue.defaultmailbox, requiresApproval.queue);
  if (wrong === undefined) return { name, state: 'ok', found: `"${queueName}" sends` };
  return {
    name,
    state: 'failed',
    found: `the queue "${queueName}" ${wrong.problem}`,
    mend: `${places.mailboxes} > ${queueName} > ${wrong.remedy}.`,
  };
}
