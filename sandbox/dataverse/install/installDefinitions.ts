import { v5 } from 'uuid';
import type { Catalogue } from '../metadata/catalogue.js';
import type { Solution } from '../metadata/solution.js';
import type { Session } from '../organization/organization.js';
import { installRow } from './installRow.js';
import { installedVersion, installSolutionRow } from './installSolutionRow.js';
import { baseText } from './baseText.js';

/**
 * The rows that solutions bring: what is a definition in their files is a row in the organization. A solution that is
 * there in the version of its files is left alone, so what makers have changed since stays; another version is an
 * upgrade and brings its definitions as the files have them.
 */
export function installDefinitions(session: Session): void {
  for (const solution of session.organization.catalogue.solutions) {
    if (installedVersion(session, solution) === solution.version) continue;
    installSolutionRow(session, solution);
    installSecurity(session, solution);
    installEmailTemplates(session, solution);
    installEnvironmentVariables(session, solution);
    installUserInterface(session, solution);
  }
}

function installSecurity(session: Session, { roles, fieldSecurityProfiles }: Solution): void {
  const businessunitid = { table: 'businessunit', id: session.organization.businessUnitId };
  for (const { id, name } of roles) installRow(session, 'role', id, { name, businessunitid });
  for (const { id, name, permissions } of fieldSecurityProfiles) {
    installRow(session, 'fieldsecurityprofile', id, { name });
    for (const { table, column, read, create, update } of permissions) {
      installRow(session, 'fieldpermission', v5(`${table}.${column}`, id), {
        fieldsecurityprofileid: { table: 'fieldsecurityprofile', id },
        entityname: table,
        attributelogicalname: column,
        canread: granted(read),
        cancreate: granted(create),
        canupdate: granted(update),
      });
    }
  }
}

/** A column permission's choice: 0 not allowed, 4 allowed. */
function granted(isGranted: boolean): number {
  return isGranted ? 4 : 0;
}

function installEmailTemplates(session: Session, { emailTemplates }: Solution): void {
  for (const template of emailTemplates) {
    installRow(session, 'template', template.id, {
      title: template.title,
      description: template.description,
      subject: template.subject,
      body: template.body,
      subjectpresentationxml: template.subjectPresentationXml,
      presentationxml: template.presentationXml,
      templatetypecode: tableOfCode(session.organization.catalogue, template.typeCode),
      languagecode: template.languageCode,
      ispersonal: false,
    });
  }
}

/** In a solution a template's type is a number; in the Web API it is the table's logical name. */
function tableOfCode(catalogue: Catalogue, typeCode: number): string {
  const table = [...catalogue.tables.values()].find(({ objectTypeCode }) => objectTypeCode === typeCode);
  if (table === undefined)
    throw new Error(`An e-mail template has the type ${String(typeCode)}, which is no table.`);
  return table.logicalName;
}

function installEnvironmentVariables(session: Session, { environmentVariables }: Solution): void {
  for (const variable of environmentVariables) {
    installRow(session, 'environmentvariabledefinition', variable.id, {
      schemaname: variable.schemaName,
      displayname: baseText(session, variable.labels) ?? variable.schemaName,
      description: baseText(session, variable.descriptions) ?? null,
      type: variable.type,
      defaultvalue: variable.defaultValue ?? null,
      isrequired: variable.isRequired,
    });
  }
}

function installUserInterface(session: Session, { views, forms, dashboards, webResources }: Solution): void {
  for (const view of views) {
    installRow(session, 'savedquery', view.id, {
      name: baseText(session, view.labels) ?? view.id,
      returnedtypecode: view.table,
      querytype: view.queryType,
      isdefault: view.isDefault,
      isquickfindquery: view.isQuickFind,
      fetchxml: view.fetchXml,
      layoutxml: view.layoutXml,
    });
  }
  for (const form of forms) {
    installRow(session, 'systemform', form.id, {
      name: baseText(session, form.labels) ?? form.id,
      objecttypecode: form.table,
      type: formTypes[form.type] ?? null,
      formxml: form.formXml,
    });
  }
  for (const dashboard of dashboards) {
    installRow(session, 'systemform', dashboard.id, {
      name: baseText(session, dashboard.labels) ?? dashboard.id,
      type: formTypes['dashboard'] ?? null,
      isdefault: dashboard.isDefault,
      formxml: dashboard.formXml,
    });
  }
  for (const resource of webResources) {
    installRow(session, 'webresource', resource.id, {
      name: resource.name,
      displayname: resource.displayName,
      webresourcetype: resource.type,
      content: resource.content.toString('base64'),
    });
  }
}

/** `type` of a form row by the folder it lies in ("systemform table reference"). */
const formTypes: Readonly<Record<string, number>> = {
  dashboard: 0,
  main: 2,
  quick: 6,
  quickCreate: 7,
  dialog: 8,
  card: 11,
};
