import { beforeAll, describe as group, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { PrivilegeUse } from '../../../sandbox/dataverse/organization/security/privilegeUse.js';
import { describe } from '../../../sandbox/dataverse/webapi/describe/describe.js';
import { parsePath } from '../../../sandbox/dataverse/webapi/url/path.js';
import { Projects } from '../organization/projectsOrganization.js';

let use: PrivilegeUse;
let admin: Session;
let user: Session;

beforeAll(() => {
  use = new PrivilegeUse();
  const projects = new Projects({ privilegeUse: use });
  admin = projects.user('admin', { roles: ['administrator'] });
  user = projects.user('ann', { roles: ['all'] });
});

const ask = (session: Session, url: string) =>
  describe(
    { method: 'GET', url, headers: {}, baseUrl: 'http://localhost/api/data/v9.2', session },
    parsePath(url),
  );

group('reading definitions', () => {
  it.each([
    ['EntityDefinitions?$select=LogicalName', ['prvReadEntity']],
    [
      "EntityDefinitions(LogicalName='contact')/Attributes?$select=LogicalName",
      ['prvReadAttribute', 'prvReadEntity'],
    ],
    [
      "EntityDefinitions(LogicalName='contact')?$expand=Attributes($select=LogicalName)",
      ['prvReadAttribute', 'prvReadEntity'],
    ],
    [
      "EntityDefinitions(LogicalName='contact')/OneToManyRelationships",
      ['prvReadEntity', 'prvReadRelationship'],
    ],
    ['RelationshipDefinitions?$select=SchemaName', ['prvReadRelationship']],
    ['GlobalOptionSetDefinitions?$select=Name', ['prvReadOptionSet']],
  ])('%s takes %j', (url, privileges) => {
    use.reset();
    expect(ask(admin, url).status).toBe(200);
    expect([...use.of(admin.caller.userId).keys()].sort()).toEqual(privileges);
    expect(() => ask(user, url)).toThrow(expect.objectContaining({ status: 403, code: '0x80040220' }));
  });

  it('takes none for the service document and $metadata, by which clients find their way', () => {
    expect([ask(user, '').status, ask(user, '$metadata').status]).toEqual([200, 200]);
  });
});
