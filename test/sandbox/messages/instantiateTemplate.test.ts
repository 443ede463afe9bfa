import { describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import type { EmailTemplateDefinition, Solution } from '../../../sandbox/dataverse/metadata/solution.js';
import { platformRow } from '../email/draftEmail.js';
import { emptySolution, sessionOf, testOrganization } from '../install/testOrganization.js';
import { callMessage } from './callMessage.js';
import { refusal } from './refusal.js';

const field = (path: string) =>
  `<xsl:choose><xsl:when test="${path}"><xsl:value-of select="${path}"/></xsl:when><xsl:otherwise>nobody</xsl:otherwise></xsl:choose>`;

const sheet = (...paths: string[]) =>
  `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:output method="text"/><xsl:template match="/data">${paths.map(field).join('<![CDATA[|]]>')}<![CDATA[ {{link}}]]></xsl:template></xsl:stylesheet>`;

function template(id: string, typeCode: number, body: string): EmailTemplateDefinition {
  return {
    id,
    title: 'T',
    description: '',
    typeCode,
    languageCode: 1033,
    subject: sheet('systemuser/fullname'),
    body,
    subjectPresentationXml: '',
    presentationXml: '',
  };
}

const forContacts = 'bbbbbbbb-0000-4000-8000-000000000001';
const forEverybody = 'bbbbbbbb-0000-4000-8000-000000000002';
const contactPaths = [
  'contact/fullname',
  'contact/jobtitle',
  'contact/ownerid/@name',
  'contact/statecode/@name',
  'account/name',
];

const solution: Solution = {
  ...emptySolution,
  emailTemplates: [
    template(forContacts, 2, sheet(...contactPaths)),
    template(forEverybody, 8, sheet('systemuser/internalemailaddress')),
  ],
};

const organization = testOrganization([solution]);
const manager = sessionOf(organization, 'manager');
const contactId = platformRow(organization, 'contact', { firstname: 'Zoë', lastname: '<Å>' });

function instantiate(TemplateId: string, ObjectType: string, ObjectId: string): Record<string, unknown> {
  const answer = callMessage(sessionOf(organization, 'admin'), 'InstantiateTemplate', {
    TemplateId,
    ObjectType,
    ObjectId,
  });
  return (answer['value'] as Record<string, unknown>[])[0] ?? {};
}

describe('InstantiateTemplate', () => {
  it('answers with an unsaved e-mail: values as they are, defaults for what is missing, foreign tokens untouched', () => {
    const before = organization.store.one('SELECT COUNT(*) AS n FROM email');
    expect(instantiate(forContacts, 'contact', contactId)).toEqual({
      '@odata.type': '#Microsoft.Dynamics.CRM.email',
      subject: 'Ada Admin {{link}}',
      description: 'Zoë <Å>|nobody|SYSTEM|Active|nobody {{link}}',
    });
    expect(organization.store.one('SELECT COUNT(*) AS n FROM email')).toMatchObject({ n: before?.['n'] });
  });

  it('applies a global template to any row; systemuser is then the calling user', () => {
    expect(instantiate(forEverybody, 'contact', contactId)['description']).toBe(
      'admin@sandbox.example {{link}}',
    );
  });

  it('takes the row for systemuser when it is a user', () => {
    const user = developmentUsers.manager;
    expect(instantiate(forEverybody, 'systemuser', user.id)['description']).toBe(
      `${user.domainName} {{link}}`,
    );
  });
});

describe('InstantiateTemplate refuses', () => {
  const missing = 'bbbbbbbb-0000-4000-8000-0000000000ff';
  it.each([
    ['a template for another table', forContacts, 'account', 400],
    ['a template that is not there', missing, 'contact', 404],
    ['a row that is not there', forEverybody, 'account', 404],
    ['a table that is not there', forEverybody, 'nothing', 400],
  ])('%s', (_what, templateId, objectType, status) => {
    const id =
      objectType === 'account' && status === 400
        ? platformRow(organization, 'account', { name: 'A' })
        : contactId;
    expect(refusal(() => instantiate(templateId, objectType, id))).toMatchObject({ status });
  });

  it('a call without its parameters', () => {
    expect(
      refusal(() => callMessage(manager, 'InstantiateTemplate', { ObjectType: 'contact' })),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining('TemplateId'),
    });
  });

  it('a caller who may not read the row', () => {
    const outsider = sessionOf(organization, 'service');
    expect(
      refusal(() =>
        callMessage(outsider, 'InstantiateTemplate', {
          TemplateId: forContacts,
          ObjectType: 'contact',
          ObjectId: contactId,
        }),
      ),
    ).toMatchObject({ status: 403 });
  });
});
