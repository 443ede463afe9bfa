import type { PluginContext } from '../contract/plugin.js';
import type { Row } from '../dataverse/door.js';
import type { SenderQueue } from './sender.js';

/** One language's record of the email template. */
export type TemplateRecord = {
  readonly templateid: string;
  readonly languagecode: number;
  readonly versionnumber: number;
};

/**
 * What all sends of one page of invitations have in common; read afresh for each page, so edits count at
 * once.
 */
export interface Mailing {
  readonly templates: readonly TemplateRecord[];
  readonly senderQueue: SenderQueue | undefined;
  /** LCID of the organization's base language. */
  readonly baseLanguage: number;
  /** The contact column with the preferred language; empty when the table has no such column. */
  readonly languageColumn: string;
}

/**
 * Reads the common things in one request. Only global templates count (type systemuser): those are the ones
 * that can be instantiated without a contact, and the ones the solution ships.
 */
export async function readMailing(languageColumn: string, context: PluginContext): Promise<Mailing> {
  const { templateTitle, senderQueue } = context.settings();
  const [organization, templates, queues] = await context.dataverse.readTogether([
    { set: 'organizations', key: context.identity.organizationId, select: ['languagecode'] },
    {
      set: 'templates',
      select: ['languagecode', 'versionnumber'],
      filter: `title eq ${literal(templateTitle)} and templatetypecode eq 'systemuser' and ispersonal eq false`,
      orderBy: ['languagecode asc', 'createdon asc'],
    },
    {
      set: 'queues',
      select: ['name'],
      filter: `name eq ${literal(senderQueue)} and statecode eq 0 and emailaddress ne null`,
      top: 1,
    },
  ]);
  const [queue] = rowsOf<{ queueid: string; name: string }>(queues);
  return {
    templates: rowsOf<TemplateRecord>(templates),
    senderQueue: queue && { id: queue.queueid, name: queue.name },
    baseLanguage: Number(organization?.languagecode ?? 1033),
    languageColumn,
  };
}

/** OData string literal: a quote in it is doubled. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const rowsOf = <R>(answer: Row | undefined): readonly R[] => (answer?.value ?? []) as readonly R[];
