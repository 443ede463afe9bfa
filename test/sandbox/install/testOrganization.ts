import { fileURLToPath } from 'node:url';
import { Clock } from '../../../sandbox/dataverse/clock.js';
import { install } from '../../../sandbox/dataverse/install/install.js';
import type { UserAssignment } from '../../../sandbox/dataverse/install/install.js';
import {
  baseLanguage,
  developmentUsers,
  organizationId,
  rootBusinessUnitId,
} from '../../../sandbox/dataverse/install/wellKnown.js';
import type { DevelopmentUserName } from '../../../sandbox/dataverse/install/wellKnown.js';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import type { Solution } from '../../../sandbox/dataverse/metadata/solution.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import { createOrganization } from '../../../sandbox/dataverse/organization/organization.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { callerFor } from '../../../sandbox/dataverse/organization/security/callerFor.js';
import { openStore } from '../../../sandbox/dataverse/storage/openStore.js';

const base = rememberedSolution(fileURLToPath(new URL('../../../sandbox/base', import.meta.url)));

/** A solution with nothing in it, to be filled by a test. */
export const emptySolution: Solution = {
  uniqueName: 'TestSolution',
  version: '1.0.0.0',
  labels: { 1033: 'Test Solution' },
  descriptions: {},
  isManaged: false,
  publisher: { uniqueName: 'Testers', labels: {}, descriptions: {}, prefix: 'tst', optionValuePrefix: 12345 },
  tables: [],
  oneToMany: [],
  manyToMany: [],
  choices: [],
  roles: [],
  fieldSecurityProfiles: [],
  views: [],
  forms: [],
  charts: [],
  dashboards: [],
  emailTemplates: [],
  environmentVariables: [],
  webResources: [],
  ribbonDiffs: [],
  apps: [],
  siteMaps: [],
};

/** An organization with the base tables and the given solutions, not installed yet; in memory unless a file is named. */
export function emptyOrganization(solutions: readonly Solution[] = [], file?: string): Organization {
  const catalogue = createCatalogue([base, ...solutions]);
  return createOrganization({
    id: organizationId,
    businessUnitId: rootBusinessUnitId,
    catalogue,
    store: openStore(catalogue, file),
    clock: new Clock(),
    baseLanguage,
  });
}

/** An installed organization with the development users. */
export function testOrganization(
  solutions: readonly Solution[] = [],
  users: readonly UserAssignment[] = [{ name: 'service', roles: ['Basic User'] }],
): Organization {
  const organization = emptyOrganization(solutions);
  install(organization, { users });
  return organization;
}

/** A development user at work. */
export function sessionOf(organization: Organization, name: DevelopmentUserName): Session {
  return { organization, caller: callerFor(organization, developmentUsers[name].id) };
}
