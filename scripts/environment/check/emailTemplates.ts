import { isInvitationError } from '../../../plugins/errors/invitationError.js';
import { settingVariables } from '../../../plugins/host/settings/parseSettings.js';
import { localeOf, sameLanguage } from '../../../plugins/invitation/locale.js';
import { compileTemplate } from '../../../plugins/send/render.js';
import { environmentVariables } from '../../../solution/schema.js';
import type { Json } from '../environment.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { literal } from '../literal.js';
import type { OrganizationFacts } from './organizationFacts.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

const name = 'email template';

/**
 * Whether there is a template in the base language, and the service can use each of them: its own rules are asked, with the text as
 * Dataverse gives it to the service.
 */
export async function checkEmailTemplates(
  values: ReadonlyMap<string, string>,
  { baseLanguage }: OrganizationFacts,
  { environment }: Subject,
): Promise<readonly EnvironmentCheck[]> {
  const title =
    values.get(settingVariables.templateTitle)?.trim() || environmentVariables.templateTitle.default;
  const templates = await environment.all(
    `templates?$select=languagecode&$filter=title eq ${literal(title)} and templatetypecode eq 'systemuser' and ispersonal eq false&$orderby=languagecode asc`,
  );
  const languages = templates.map((template) => Number(template.languagecode));
  const inBase = languages.some((language) => sameLanguage(language, baseLanguage));
  const { UserId: me } = await environment.get('WhoAmI');
  const problems: EnvironmentCheck[] = [];
  for (const template of templates) {
    const problem = await templateProblem(title, template, me, environment);
    if (problem === undefined) continue;
    const language = localeOf(Number(template.languagecode));
    problems.push({
      name,
      state: 'failed',
      found: `${language}: ${problem}`,
      mend: `Correct it: ${places.templates} > ${title} (${language}).`,
    });
  }
  if (problems.length > 0) return problems;
  if (!inBase)
    return [
      {
        name,
        state: 'failed',
        found: `there is no global template "${title}" in the base language ${localeOf(baseLanguage)}`,
        mend: `Create it, ${places.templates}, with {{link}} in it, or set ${settingVariables.templateTitle}.`,
      },
    ];
  return [{ name, state: 'ok', found: `"${title}" in ${languages.map(localeOf).join(', ')}` }];
}

/** The sentence of the service's own error; undefined when it takes the template. */
async function templateProblem(
  title: string,
  template: Json,
  userId: unknown,
  environment: Subject['environment'],
): Promise<string | undefined> {
  const { body } = await environment.send('POST', 'InstantiateTemplate', {
    TemplateId: template.templateid,
    ObjectType: 'systemuser',
    ObjectId: userId,
  });
  const [email] = (body?.value ?? []) as readonly Json[];
  try {
    compileTemplate(title, {
      subject: String(email?.subject ?? ''),
      description: String(email?.description ?? ''),
    });
    return undefined;
  } catch (error) {
    if (isInvitationError(error)) return error.message.replace(/\.$/, '');
    throw error;
  }
}
