import { Clock } from '../../../sandbox/dataverse/clock.js';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import type { Table } from '../../../sandbox/dataverse/metadata/model.js';
import type { Solution } from '../../../sandbox/dataverse/metadata/solution.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import { associate } from '../../../sandbox/dataverse/organization/associate.js';
import { seenFrom, type Through } from '../../../sandbox/dataverse/organization/links.js';
import type { Attributes } from '../../../sandbox/dataverse/organization/attributes.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { createOrganization } from '../../../sandbox/dataverse/organization/organization.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { callerFor } from '../../../sandbox/dataverse/organization/security/callerFor.js';
import { systemSession } from '../../../sandbox/dataverse/organization/systemSession.js';
import { openStore } from '../../../sandbox/dataverse/storage/openStore.js';
import { profileId, roleIds } from './projectsRoles.js';
import { projectsSolution } from './projectsSolution.js';

/** The fixture's business units: north has a unit below it, south is beside it. */
export const units = {
  root: '30000000-0000-4000-8000-000000000001',
  north: '30000000-0000-4000-8000-000000000002',
  northWest: '30000000-0000-4000-8000-000000000003',
  south: '30000000-0000-4000-8000-000000000004',
} as const;

export type UnitName = keyof typeof units;

export interface User {
  readonly unit?: UnitName;
  readonly roles?: readonly (keyof typeof roleIds)[];
  readonly profile?: boolean;
  readonly disabled?: boolean;
}

const base = rememberedSolution('sandbox/base');
const catalogue = createCatalogue([base, projectsSolution]);

/** An organization in memory with the base tables, the projects solution, four business units and the roles. */
export class Projects {
  readonly organization: Organization;
  readonly system: Session;

  constructor(more: Partial<Organization> = {}) {
    this.organization = createOrganization({
      id: '30000000-0000-4000-8000-000000000000',
      businessUnitId: units.root,
      catalogue,
      store: openStore(catalogue),
      clock: new Clock(),
      baseLanguage: 1033,
      ...more,
    });
    this.system = systemSession(this.organization);
    this.#units();
    for (const solution of [base, projectsSolution] satisfies Solution[]) {
      for (const { id, name } of solution.roles) {
        this.create('role', { roleid: id, name, businessunitid: { table: 'businessunit', id: units.root } });
      }
    }
    this.create('fieldsecurityprofile', { fieldsecurityprofileid: profileId, name: 'Secret author' });
  }

  table(name: string): Table {
    return catalogue.table(name);
  }

  /** Creates a row as the platform itself. */
  create(table: string, attributes: Attributes): string {
    return createRow(this.system, this.table(table), attributes);
  }

  /** A new user with roles, signed in. */
  user(
    name: string,
    { unit = 'root', roles = ['own'], profile = false, disabled = false }: User = {},
  ): Session {
    const id = this.create('systemuser', {
      firstname: name,
      domainname: `${name}@example.com`,
      internalemailaddress: `${name}@example.com`,
      isdisabled: disabled,
      businessunitid: { table: 'businessunit', id: units[unit] },
    });
    for (const role of roles) this.link('systemuserroles_association', 'systemuser', id, roleIds[role]);
    if (profile) this.link('systemuserprofiles_association', 'systemuser', id, profileId);
    return { organization: this.organization, caller: callerFor(this.organization, id) };
  }

  /** A new team with roles and members. */
  team(
    name: string,
    members: readonly Session[],
    roles: readonly (keyof typeof roleIds)[] = [],
    unit: UnitName = 'root',
  ): string {
    const id = this.create('team', { name, businessunitid: { table: 'businessunit', id: units[unit] } });
    for (const role of roles) this.link('teamroles_association', 'team', id, roleIds[role]);
    for (const { caller } of members) this.link('teammembership_association', 'team', id, caller.userId);
    return id;
  }

  /** Links two rows as the platform itself. */
  link(relationship: string, near: string, nearId: string, farId: string): void {
    associate(this.system, this.through(relationship, near), nearId, farId);
  }

  /** A many-to-many relationship as seen from a table. */
  through(relationship: string, near: string): Through {
    return seenFrom(this.#relationship(relationship), near);
  }

  #relationship(name: string) {
    const found = catalogue.manyToMany.find(({ schemaName }) => schemaName === name);
    if (!found) throw new Error(`There is no relationship ${name}.`);
    return found;
  }

  /** The row as it lies in the store. */
  stored(table: string, id: string) {
    const { primaryId } = this.table(table);
    return this.organization.store.one(`SELECT * FROM "${table}" WHERE "${primaryId}" = ?`, [id]);
  }

  #units(): void {
    const parents = {
      root: undefined,
      north: units.root,
      northWest: units.north,
      south: units.root,
    } as const;
    for (const [name, parent] of Object.entries(parents)) {
      this.create('businessunit', {
        businessunitid: units[name as UnitName],
        name,
        ...(parent === undefined ? {} : { parentbusinessunitid: { table: 'businessunit', id: parent } }),
      });
    }
  }
}
