import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { callerFor } from '../../../sandbox/dataverse/organization/security/callerFor.js';
import { readFilter } from '../../../sandbox/dataverse/organization/security/readFilter.js';
import {
  hasNamedPrivilege,
  requireNamedPrivilege,
} from '../../../sandbox/dataverse/organization/security/requireNamedPrivilege.js';
import { requirePrivilege } from '../../../sandbox/dataverse/organization/security/requirePrivilege.js';
import { securedColumns } from '../../../sandbox/dataverse/organization/security/securedColumns.js';
import { systemUserId } from '../../../sandbox/dataverse/organization/systemSession.js';
import { Projects, units } from '../organization/projectsOrganization.js';

let projects: Projects;

beforeAll(() => {
  projects = new Projects();
});

describe('a caller', () => {
  it('is a user with a business unit and the base language', () => {
    const { caller } = projects.user('ann', { unit: 'south' });
    expect(caller).toEqual({ userId: caller.userId, businessUnitId: units.south, language: 1033 });
  });

  it('is refused when unknown, disabled, or without any role', () => {
    const refused = (code: string) => expect.objectContaining({ status: 403, code });
    expect(() => callerFor(projects.organization, systemUserId)).toThrow(refused('0x80072560'));
    expect(() => projects.user('gone', { disabled: true })).toThrow(refused('0x80040225'));
    expect(() => projects.user('idle', { roles: [] })).toThrow(refused('0x80042f09'));
  });
});

describe('a privilege that belongs to no table', () => {
  it('is held through a role, or refused by its name', () => {
    const [all, own] = [projects.user('all', { roles: ['all'] }), projects.user('own')];
    requireNamedPrivilege(all, 'prvActOnBehalfOfAnotherUser');
    expect(() => {
      requireNamedPrivilege(own, 'prvActOnBehalfOfAnotherUser');
    }).toThrow(
      expect.objectContaining({
        status: 403,
        message: expect.stringContaining('prvActOnBehalfOfAnotherUser'),
      }),
    );
    expect(hasNamedPrivilege(own, 'prvSendAsUser')).toBe(false);
  });
});

describe('impersonation', () => {
  const as = (acting: Session, behind: Session): Session => ({
    ...acting,
    caller: { ...acting.caller, onBehalfOf: behind.caller.userId },
  });

  it('gives what both users may do, at the lesser depth, on the rows of the impersonated one', () => {
    const [basic, all, reader] = [
      projects.user('basic', { unit: 'north' }),
      projects.user('boss', { roles: ['all'] }),
      projects.user('reader', { roles: ['readAll'] }),
    ];
    const table = projects.table('new_project');
    const own = (session: Session) => ({ sql: expect.any(String), parameters: [session.caller.userId] });
    expect(readFilter(as(basic, all), table, 'p')).toEqual(own(basic));
    expect(readFilter(as(all, basic), table, 'p')).toEqual(own(all));
    expect(() => {
      requirePrivilege(as(all, reader), table, 'Write');
    }).toThrow(expect.objectContaining({ status: 403 }));
    requirePrivilege(as(all, reader), table, 'Read');
  });

  it('is no way to secured columns', () => {
    const admin = projects.user('admin', { roles: ['administrator'] });
    const plain = projects.user('plain', { roles: ['all'] });
    const closed = (session: Session) =>
      securedColumns(session, projects.table('new_project'), 'read', ['new_secret']).size === 1;
    expect([
      closed(admin),
      closed(as(admin, plain)),
      closed(as(plain, admin)),
      closed(as(admin, admin)),
    ]).toEqual([false, true, true, false]);
  });
});
