import { invitation } from '../../../solution/schema.js';
import { until } from '../../system/until.js';
import { label, type Stage } from '../stage.js';

/** The whole path of one invitation with everything it can grant. */
export async function single({ story, ...stage }: Stage): Promise<void> {
  story.scene('A single invitation, with account, web role and workflow');
  const [guest, inviter] = [await stage.guest(27), await stage.guest(23)];
  const account = await first(stage, `accounts?$select=accountid,name&$filter=name eq 'Fabrikam GmbH'`);
  const role = await first(
    stage,
    `inv_webroles?$select=inv_webroleid,inv_name&$filter=inv_key eq 'customer'`,
  );
  const workflow = await first(
    stage,
    `workflows?$select=workflowid,name&$filter=contains(name,'welcome task') and type eq 1 and statecode eq 1`,
  );

  const id = await stage.invite({
    inv_name: guest.name,
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${guest.id})`,
    'inv_inviterid@odata.bind': `/contacts(${inviter.id})`,
    'inv_accountid@odata.bind': `/accounts(${account.accountid})`,
    'inv_workflowid@odata.bind': `/workflows(${workflow.workflowid})`,
  });
  await stage.admin.link(
    `${invitation.set}(${id})`,
    'inv_invitation_webroles',
    `inv_webroles(${role.inv_webroleid})`,
  );
  story.step(`The manager invites ${guest.name} and asks for the invitation to be sent.`);

  const sent = await stage.send(id);
  story.check('The invitation says that it was sent', label(sent, 'statuscode'), 'Sent');
  story.shows('Dataverse', {
    status: label(sent, 'statuscode'),
    'send generation': sent.inv_sendgeneration,
    'send result': label(sent, 'inv_sendresult'),
  });

  const mail = await stage.mail(guest);
  const code = await stage.code(id);
  story.check('One mail lies in the mailbox', await stage.mailCount(guest), 1);
  story.check('The mail carries the link with the code', mail.text.includes(encodeURIComponent(code)), true);
  story.shows('mailbox', { subject: mail.subject, from: mail.from.map(({ name }) => name).join() });

  const request = await stage.redeem(code, guest);
  story.step(`${guest.name} follows the link; the site asks to redeem.`);
  story.check('The request is answered with Redeemed', label(request, 'inv_outcome'), 'Redeemed');

  const redeemed = await stage.invitation(id);
  story.check(
    'The invitation is redeemed, once',
    [label(redeemed, 'statuscode'), redeemed.inv_redemptions],
    ['Redeemed', 1],
  );
  const contact = await stage.admin.get(
    `contacts(${guest.id})?$select=_parentcustomerid_value&$expand=inv_webrole_contacts($select=inv_name)`,
  );
  story.check('The contact belongs to the account', contact._parentcustomerid_value, account.accountid);
  const roles = (contact.inv_webrole_contacts as { inv_name: string }[]).map((held) => held.inv_name);
  story.check('The contact has the web role', roles, [role.inv_name]);

  const activity = await until('the workflow to be started', async () => {
    const [found] = await stage.redemptions(id);
    return found && label(found, 'inv_workflowstate') === 'Started' ? found : undefined;
  });
  story.check(
    'One completed Invite Redemption stands on the timelines',
    label(activity, 'statecode'),
    'Completed',
  );
  const task = await until('the workflow to have run', async () => {
    const [found] = await stage.admin.rows(
      `tasks?$select=subject&$filter=_regardingobjectid_value eq ${guest.id}`,
    );
    return found;
  });
  story.shows('Dataverse', {
    account: account.name,
    'web roles': roles.join(', '),
    activity: activity.subject,
    task: task.subject,
  });
}

async function first(stage: Pick<Stage, 'admin'>, path: string): Promise<Record<string, unknown>> {
  const [row] = await stage.admin.rows(path);
  if (!row) throw new Error(`The sample data has nothing for ${path}.`);
  return row;
}
