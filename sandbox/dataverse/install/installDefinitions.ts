import { v5 } from 'uuid';
import type { Catalogue } from '../metadata/catalogue.js';
import type { Labels } from '../metadata/model.js';
import type { Solution } from '../metadata/solution.js';
import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { installRow } from './installRow.js';

/**
 * The rows that solutions bring: what is a definition in their files is a row in the organization. A solution that is
 * there in the version of its files is left alone, so what makers have changed since stays; another version is an
 * upgrade and brings its definitions as the files have them.
 */
export function installDefinitions(session: Session): void {
  for (const solution of session.organization.catalogue.solutions) {
    if (installedVersion(session, solution) === solution.version) continue;
    installSolution(session, solution);
    installSecurity(session, solution);
    installEmailTemplates(session, solution);
    installEnvironmentVariables(session, solution);
    installUserInterface(session, solution);
  }
}

function installedVersion(session: Session, solution: Solution): unknown {
  const { catalogue } = session.organization;
  return retrieveStored(session, catalogue.table('solution'), solutionId(session, solution))?.['version'];
}

function solutionId({ organization }: Session, { uniqueName }: Solution): string {
  return v5(uniqueName, organization.id);
}

/** The solution's own row, by which clients tell that it is there and in which version. */
function installSolution(session: Session, solution: Solution): void {
  const { uniqueName, version } = solution;
  installRow(session, 'solution', solutionId(session, solution), {
    uniquename: uniqueName,
    friendlyname: uniqueName,
    version,
    ismanaged: false,
    isvisible: true,
  });
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
      displayname: label(session, variable.labels) ?? variable.schemaName,
      description: label(session, variable.descriptions) ?? null,
      type: variable.type,
      defaultvalue: variable.defaultValue ?? null,
      isrequired: variable.isRequired,
    });
  }
}

function installUserInterface(session: Session, { views, forms, webResources }: Solution): void {
  for (const view of views) {
    installRow(session, 'savedquery', view.id, {
      name: label(session, view.labels) ?? view.id,
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
      name: label(session, form.labels) ?? form.id,
      objecttypecode: form.table,
      type: formTypes[form.type] ?? null,
      formxml: form.formXml,
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

function label({ organization }: Session, labels: Labels): string | undefined {
  return labels[organization.baseLanguage] ?? Object.values(labels)[0];
}
