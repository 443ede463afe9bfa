import { beforeAll, describe, expect, it } from '@jest/globals';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { securedColumns } from '../../../sandbox/dataverse/organization/security/securedColumns.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { Projects } from '../organization/projectsOrganization.js';
import { profileId } from '../organization/projectsRoles.js';

let projects: Projects;
let nobody: Session;
let author: Session;
let admin: Session;

beforeAll(() => {
  projects = new Projects();
  nobody = projects.user('nobody', { roles: ['all'] });
  author = projects.user('author', { roles: ['all'], profile: true });
  admin = projects.user('admin', { roles: ['administrator'] });
});

const denied = (session: Session) =>
  (['read', 'create', 'update'] as const).filter((verb) =>
    securedColumns(session, projects.table('new_project'), verb, ['new_name', 'new_secret']).has(
      'new_secret',
    ),
  );

describe('a secured column', () => {
  it('is closed to those whose profiles do not open it, and to nobody else', () => {
    expect(denied(nobody)).toEqual(['read', 'create', 'update']);
    expect(denied(author)).toEqual(['read', 'update']);
    expect(denied(admin)).toEqual([]);
    expect(denied(projects.system)).toEqual([]);
  });

  it('opens through a team’s profile too', () => {
    const member = projects.user('member', { roles: ['all'] });
    const team = projects.team('authors', [member]);
    projects.link('teamprofiles_association', 'team', team, profileId);
    expect(denied(member)).toEqual(['read', 'update']);
  });

  it('is written by those who may, and refused by name to the others', () => {
    const table = projects.table('new_project');
    const refusal = expect.objectContaining({ status: 403, message: expect.stringContaining('new_secret') });
    const id = createRow(author, table, { new_name: 'Vault', new_secret: 'x' });
    expect(projects.stored('new_project', id)?.['new_secret']).toBe('x');
    expect(() => createRow(nobody, table, { new_name: 'Vault', new_secret: 'x' })).toThrow(refusal);
    expect(() => {
      updateRow(author, table, id, { new_secret: 'y' });
    }).toThrow(refusal);
    updateRow(admin, table, id, { new_secret: 'z' });
    updateRow(nobody, table, id, { new_year: 2030 });
    expect(projects.stored('new_project', id)).toMatchObject({ new_secret: 'z', new_year: 2030 });
  });
});
