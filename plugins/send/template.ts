import { chooseLanguage } from '../invitation/language.js';
import type { Dataverse } from '../dataverse/door.js';
import { invitationError, isInvitationError } from '../errors/invitationError.js';
import type { PluginContext } from '../contract/plugin.js';
import type { Invitee } from './invitationToSend.js';
import type { Mailing, TemplateRecord } from './mailing.js';
import { compileTemplate, type MailTemplate, type TemplateText } from './render.js';

/** A template ready to render, and the language it is in. */
export interface ChosenTemplate {
  readonly language: number;
  readonly template: MailTemplate;
}

/**
 * The template in the language of an invited contact.
 *
 * @throws InvitationError when there is none or it cannot be used
 */
export async function templateFor(
  invitee: Invitee,
  mailing: Mailing,
  context: PluginContext,
): Promise<ChosenTemplate> {
  const title = context.settings().templateTitle;
  const preferred = mailing.languageColumn === '' ? undefined : invitee[mailing.languageColumn];
  const language = chooseLanguage(
    typeof preferred === 'number' ? preferred : undefined,
    mailing.templates.map(({ languagecode }) => languagecode),
    mailing.baseLanguage,
  );
  const record = mailing.templates.find(({ languagecode }) => languagecode === language);
  if (language === undefined || record === undefined)
    throw invitationError('INV_TEMPLATE_MISSING', { title });
  return { language, template: await compiled(record, title, context) };
}

interface Kept {
  readonly versionnumber: number;
  readonly template: Promise<MailTemplate>;
}

/**
 * Compiled templates by id, as long as the version stands: a maker's edit counts with the next page of
 * invitations.
 */
const kept = new WeakMap<Dataverse, Map<string, Kept>>();

function compiled(record: TemplateRecord, title: string, context: PluginContext): Promise<MailTemplate> {
  const templates = kept.get(context.dataverse) ?? new Map<string, Kept>();
  kept.set(context.dataverse, templates);
  const found = templates.get(record.templateid);
  if (found?.versionnumber === record.versionnumber) return found.template;

  const template = instantiate(record.templateid, title, context).then((text) =>
    compileTemplate(title, text),
  );
  templates.set(record.templateid, { versionnumber: record.versionnumber, template });
  // A read that failed must not be remembered; nor need a template that is wrong.
  template.catch(() => templates.delete(record.templateid));
  return template;
}

/**
 * The text makers edit in the app, through Dataverse itself (InstantiateTemplate). A global template is
 * instantiated for a user: the service's own, because nothing of it shows in a mail.
 *
 * @throws InvitationError INV_TEMPLATE_INVALID when Dataverse cannot read it, or that of a failed request
 */
async function instantiate(
  templateId: string,
  title: string,
  { dataverse, identity }: PluginContext,
): Promise<TemplateText> {
  const parameters = { TemplateId: templateId, ObjectType: 'systemuser', ObjectId: identity.userId };
  const answer = await dataverse.ask('InstantiateTemplate', parameters).catch((error: unknown) => {
    if (!isInvitationError(error, 'INV_DATAVERSE_REFUSED')) throw error;
    throw invitationError(
      'INV_TEMPLATE_INVALID',
      { title, reason: error.details.reason ?? '' },
      { cause: error },
    );
  });
  const [email] = (answer.value ?? []) as readonly Partial<TemplateText>[];
  return { subject: email?.subject ?? '', description: email?.description ?? '' };
}
