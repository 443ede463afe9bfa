import { beforeEach, describe, expect, it } from '@jest/globals';
import { changeEmail } from '../../../sandbox/dataverse/email/changeEmail.js';
import { EmailQueue } from '../../../sandbox/dataverse/email/emailQueue.js';
import { emailStatus } from '../../../sandbox/dataverse/email/emailStatus.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';
import { draftEmail, fromManager, toSomebody } from './draftEmail.js';

const now = '2026-11-23T12:00:00Z';
const later = '2026-11-23T12:05:00Z';

let organization: Organization;
let session: Session;
let queue: EmailQueue;
beforeEach(() => {
  organization = testOrganization();
  session = sessionOf(organization, 'admin');
  queue = new EmailQueue(organization);
});

function pending(postponed: string | null = null): string {
  const id = draftEmail(session, [fromManager, toSomebody]);
  changeEmail(session, id, emailStatus.pendingSend, { postponeemailprocessinguntil: postponed });
  return id;
}

describe('the queue of mails in Pending Send', () => {
  it('meets each mail once, the oldest first, across pages', () => {
    const ids = Array.from({ length: 450 }, () => pending());
    expect([...queue.due(now)]).toEqual(ids);
    expect([...queue.due(now)]).toEqual([]);
    const another = pending();
    expect([...queue.due(now)]).toEqual([another]);
  });

  it('goes on where a pass broke off', () => {
    const [first, ...others] = [pending(), pending(), pending()];
    expect(queue.due(now).next().value).toBe(first);
    expect([...queue.due(now)]).toEqual(others);
  });

  it('keeps a mail whose time has not come until it has', () => {
    const id = pending(later);
    expect([...queue.due(now)]).toEqual([]);
    expect([...queue.due(now)]).toEqual([]);
    expect([...queue.due(later)]).toEqual([id]);
    expect([...queue.due(later)]).toEqual([]);
  });

  it('meets a mail again that was changed', () => {
    const id = pending();
    expect([...queue.due(now)]).toEqual([id]);
    changeEmail(session, id, emailStatus.failed);
    expect([...queue.due(now)]).toEqual([]);
    changeEmail(session, id, emailStatus.pendingSend);
    expect([...queue.due(now)]).toEqual([id]);
  });

  it("begins anew when a sender's address is approved or no longer is", () => {
    const id = pending();
    expect([...queue.due(now)]).toEqual([id]);
    organization.store.run(
      'UPDATE systemuser SET emailrouteraccessapproval = 3 WHERE emailrouteraccessapproval = 1',
    );
    expect([...queue.due(now)]).toEqual([id]);
    expect([...queue.due(now)]).toEqual([]);
  });
});
