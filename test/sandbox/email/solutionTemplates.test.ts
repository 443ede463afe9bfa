import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';
import { callMessage } from '../messages/callMessage.js';

const solution = rememberedSolution(fileURLToPath(new URL('../../../solution/src', import.meta.url)));
const organization = testOrganization([solution]);

describe('the templates of the solution', () => {
  it.each(
    solution.emailTemplates.map(({ id, title, languageCode, subject, body }) => ({
      id,
      name: `${title} (${languageCode})`,
      subject,
      body,
    })),
  )('$name can be instantiated', ({ id, subject, body }) => {
    const { value } = callMessage(sessionOf(organization, 'admin'), 'InstantiateTemplate', {
      TemplateId: id,
      ObjectType: 'systemuser',
      ObjectId: developmentUsers.admin.id,
    });
    const [email] = value as Record<'subject' | 'description', string>[];
    expect(subject).toContain(email?.subject);
    expect(email?.subject).toMatch(/\S/);
    expect(email?.description).toMatch(/^<[\s\S]*>\s*$/);
    expect(email?.description).not.toContain('<xsl:');
    expect(body).toContain('<xsl:');
  });

  it('are there', () => {
    expect(solution.emailTemplates.length).toBeGreaterThan(0);
  });
});
