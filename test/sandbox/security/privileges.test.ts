import { beforeAll, describe, expect, it } from '@jest/globals';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { privilegeName } from '../../../sandbox/dataverse/organization/security/privilegeNames.js';
import { readFilter } from '../../../sandbox/dataverse/organization/security/readFilter.js';
import { requirePrivilege } from '../../../sandbox/dataverse/organization/security/requirePrivilege.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { Projects } from '../organization/projectsOrganization.js';

let projects: Projects;
/** Ids of rows by where their owner sits, as seen from a user in north. */
let rows: Readonly<Record<'own' | 'team' | 'unit' | 'below' | 'beside', string>>;
let callers: Readonly<Record<'own' | 'unit' | 'below' | 'all' | 'readAll', Session>>;

beforeAll(() => {
  projects = new Projects();
  callers = {
    own: projects.user('own', { unit: 'north', roles: ['own'] }),
    unit: projects.user('unit', { unit: 'north', roles: ['unit'] }),
    below: projects.user('below', { unit: 'north', roles: ['below'] }),
    all: projects.user('all', { unit: 'north', roles: ['all'] }),
    readAll: projects.user('readall', { unit: 'north', roles: ['readAll'] }),
  };
  const owned = (owner: string, table = 'systemuser') =>
    projects.create('new_project', { new_name: 'Bridge', ownerid: { table, id: owner } });
  rows = {
    own: owned(callers.own.caller.userId),
    team: owned(projects.team('builders', [callers.own], [], 'south'), 'team'),
    unit: owned(projects.user('colleague', { unit: 'north' }).caller.userId),
    below: owned(projects.user('junior', { unit: 'northWest' }).caller.userId),
    beside: owned(projects.user('stranger', { unit: 'south' }).caller.userId),
  };
});

const visible = (session: Session): string[] => {
  const filter = readFilter(session, projects.table('new_project'), 'p');
  const where = filter ? `WHERE ${filter.sql}` : '';
  const ids = projects.organization.store
    .all(`SELECT new_projectid AS id FROM new_project p ${where}`, filter?.parameters)
    .map(({ id }) => id);
  return Object.entries(rows)
    .filter(([, id]) => ids.includes(id))
    .map(([name]) => name);
};

const refused = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const reach = {
  own: ['own', 'team'],
  unit: ['own', 'unit'],
  below: ['own', 'unit', 'below'],
  all: ['own', 'team', 'unit', 'below', 'beside'],
  readAll: ['own', 'team', 'unit', 'below', 'beside'],
} as const;

describe('how far a privilege reaches', () => {
  it.each([
    ['Basic', 'own'],
    ['Local', 'unit'],
    ['Deep', 'below'],
    ['Global', 'all'],
    ['Global, to read only', 'readAll'],
  ] as const)('%s reads exactly the rows in reach', (_, name) => {
    expect(visible(callers[name])).toEqual(reach[name]);
  });

  it.each(['Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign'] as const)(
    '%s reaches row by row',
    (verb) => {
      for (const name of ['own', 'unit', 'below', 'all'] as const) {
        const reached = Object.entries(rows).filter(
          ([, id]) =>
            refused(() => requirePrivilege(callers[name], projects.table('new_project'), verb, id)) ===
            undefined,
        );
        expect([name, ...reached.map(([row]) => row)]).toEqual([name, ...reach[name]]);
      }
    },
  );

  it('a row out of reach is refused as access denied, a missing privilege by its name', () => {
    const table = projects.table('new_project');
    expect(() => updateRow(callers.unit, table, rows.beside, { new_year: 2030 })).toThrow(
      expect.objectContaining({ status: 403, code: '0x80048306' }),
    );
    expect(() => updateRow(callers.readAll, table, rows.own, { new_year: 2030 })).toThrow(
      expect.objectContaining({
        status: 403,
        code: '0x80040220',
        message: expect.stringContaining('prvWritenew_project'),
      }),
    );
    expect(refused(() => deleteRow(callers.readAll, table, rows.own))).toBe('0x80040220');
    expect(refused(() => createRow(callers.readAll, table, { new_name: 'Pier' }))).toBe('0x80040220');
  });

  it('rows of an organization-owned table are all in reach, at any depth', () => {
    const tag = projects.create('new_tag', { new_name: 'steel' });
    updateRow(callers.own, projects.table('new_tag'), tag, { new_name: 'iron' });
    expect(readFilter(callers.own, projects.table('new_tag'), 't')).toBeUndefined();
  });

  it('users are in reach by business unit, oneself at least', () => {
    const users = projects.table('systemuser');
    const reads = (session: Session, other: Session) =>
      refused(() => requirePrivilege(session, users, 'Read', other.caller.userId)) === undefined;
    expect([
      reads(callers.own, callers.own),
      reads(callers.own, callers.unit),
      reads(callers.unit, callers.own),
    ]).toEqual([true, false, true]);
  });

  it('without the privilege no row is read', () => {
    const visitor = projects.user('visitor', { roles: ['visitor'] });
    expect(visible(visitor)).toEqual([]);
  });
});

describe('creating for somebody else', () => {
  it('needs a Create and an Assign that reach them', () => {
    const create = (session: Session) => () =>
      createRow(session, projects.table('new_project'), {
        new_name: 'Gift',
        ownerid: { table: 'systemuser', id: callers.all.caller.userId },
      });
    expect(refused(create(callers.own))).toBe('0x80048306');
    expect(refused(create(callers.unit))).toBeUndefined();
    expect(refused(create(projects.user('poor', { roles: ['noAppend'] })))).toBe('0x80040220');
  });
});

describe('setting a lookup', () => {
  it('needs Append on the row and AppendTo on the row it points to', () => {
    const contact = projects.create('contact', {
      lastname: 'Doe',
      ownerid: { table: 'systemuser', id: callers.own.caller.userId },
    });
    const create = (session: Session) => () =>
      createRow(session, projects.table('new_project'), {
        new_name: 'Pier',
        new_contactid: { table: 'contact', id: contact },
      });
    expect(refused(create(callers.own))).toBeUndefined();
    expect(refused(create(projects.user('other', { roles: ['own'] })))).toBe('0x80048306');
    expect(create(projects.user('none', { roles: ['noAppend'] }))).toThrow(/prvAppendnew_project/);
  });
});

describe('the rights of a user', () => {
  it('are those of all roles together, the teams’ roles too', () => {
    const user = projects.user('mixed', { unit: 'north', roles: ['visitor'] });
    expect(visible(user)).toEqual([]);
    const team = projects.team('readers', [user], ['readAll'], 'north');
    expect(visible(user)).toEqual(reach.readAll);
    expect(refused(() => updateRow(user, projects.table('new_project'), rows.own, { new_year: 2030 }))).toBe(
      '0x80040220',
    );
    deleteRow(projects.system, projects.table('team'), team);
    expect(visible(user)).toEqual([]);
  });

  it('go back with a transaction that fails', async () => {
    const user = projects.user('undone', { roles: ['visitor'] });
    await Promise.resolve();
    expect(() =>
      projects.organization.store.transaction(() => {
        projects.link(
          'systemuserroles_association',
          'systemuser',
          user.caller.userId,
          '10000000-0000-4000-8000-000000000005',
        );
        expect(visible(user)).toEqual(reach.readAll);
        throw new Error('undo');
      }),
    ).toThrow('undo');
    expect(visible(user)).toEqual([]);
    await Promise.resolve();
    expect(visible(user)).toEqual([]);
  });

  it('are everything for a System Administrator', () => {
    const admin = projects.user('admin', { roles: ['administrator'] });
    expect(visible(admin)).toEqual(reach.all);
    expect(refused(() => requirePrivilege(admin, projects.table('workflow'), 'Delete'))).toBeUndefined();
  });
});

describe('the name of a privilege', () => {
  it.each([
    ['contact', 'prvReadContact'],
    ['new_project', 'prvReadnew_project'],
    ['new_visit', 'prvReadActivity'],
    ['email', 'prvReadActivity'],
    ['activitypointer', 'prvReadActivity'],
    ['activityparty', 'prvReadActivity'],
    ['annotation', 'prvReadNote'],
    ['template', 'prvReadEmailTemplate'],
    ['systemuser', 'prvReadUser'],
    ['team', 'prvReadTeam'],
    ['businessunit', 'prvReadBusinessUnit'],
    ['savedquery', 'prvReadQuery'],
    ['workflow', 'prvReadWorkflow'],
    ['environmentvariabledefinition', 'prvReadEnvironmentVariableDefinition'],
    ['environmentvariablevalue', 'prvReadEnvironmentVariableDefinition'],
    ['new_project_tags', undefined],
  ])('on %s is %s', (table, name) => {
    expect(privilegeName(projects.table(table), 'Read')).toBe(name);
  });

  it('is one family for all activities', () => {
    const visitor = projects.user('guest', { roles: ['visitor'] });
    const id = createRow(visitor, projects.table('new_visit'), { subject: 'Tea' });
    expect(() => deleteRow(visitor, projects.table('new_visit'), id)).toThrow(/prvDeleteActivity/);
  });
});
