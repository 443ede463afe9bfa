import type {
  Depth,
  FieldSecurityProfileDefinition,
  RoleDefinition,
} from '../../../sandbox/dataverse/metadata/solution.js';

/** Ids of the fixture's roles and profile; their rows get the same. */
export const roleIds = {
  own: '10000000-0000-4000-8000-000000000001',
  unit: '10000000-0000-4000-8000-000000000002',
  below: '10000000-0000-4000-8000-000000000003',
  all: '10000000-0000-4000-8000-000000000004',
  readAll: '10000000-0000-4000-8000-000000000005',
  noAppend: '10000000-0000-4000-8000-000000000006',
  visitor: '10000000-0000-4000-8000-000000000007',
  administrator: '627090ff-40a3-4053-8790-584edc5be201',
} as const;

export const profileId = '20000000-0000-4000-8000-000000000001';

const verbs = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign'];
const names = [
  'new_project',
  'new_step',
  'new_memo',
  'new_tag',
  'Contact',
  'Account',
  'Activity',
  'User',
  'Team',
];

function role(id: string, depth: Depth, privileges: readonly string[]): RoleDefinition {
  const granted = privileges.map((name) => [name.toLowerCase(), depth] as const);
  return { id, name: `Role ${id.slice(-1)}`, privileges: new Map(granted) };
}

function everything(verbsMeant = verbs): string[] {
  return names.flatMap((name) => verbsMeant.map((verb) => `prv${verb}${name}`));
}

/** One role for each depth, and some that lack something. */
export const roles: readonly RoleDefinition[] = [
  role(roleIds.own, 'Basic', everything()),
  role(roleIds.unit, 'Local', everything()),
  role(roleIds.below, 'Deep', everything()),
  role(roleIds.all, 'Global', [...everything(), 'prvActOnBehalfOfAnotherUser']),
  role(roleIds.readAll, 'Global', everything(['Read'])),
  role(roleIds.noAppend, 'Global', everything(['Create', 'Read', 'Write', 'Delete'])),
  role(roleIds.visitor, 'Global', ['prvCreateActivity', 'prvReadActivity', 'prvWriteActivity']),
];

/** A profile that lets somebody write the secret of a new project, and neither read nor change it. */
export const fieldSecurityProfiles: readonly FieldSecurityProfileDefinition[] = [
  {
    id: profileId,
    name: 'Secret author',
    permissions: [{ table: 'new_project', column: 'new_secret', read: false, create: true, update: false }],
  },
];
