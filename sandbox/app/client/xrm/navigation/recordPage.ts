import { readPrefill } from '../../values/prefill.js';
import { normalizeId } from '../../host/guid.js';
import type { Host, Page } from '../../host/host.js';
import { formOf } from '../../host/pageAddress.js';
import { lookupValue, type LookupValue } from '../lookupValue.js';
import { tableOf } from '../../host/tableOf.js';
import { newRowValues } from './newRowValues.js';
import { messageOf } from '../../host/messageOf.js';

/** What openForm and navigateTo say about the form to show. */
export interface RecordRequest {
  readonly entityName: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly createFromEntity?: LookupValue;
  /** Values for a new row, by column, as scripts pass them. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What navigateTo and openForm resolve to when a new row was saved. */
export interface SavedReference {
  readonly savedEntityReference: readonly LookupValue[];
}

export type RecordPage = Extract<Page, { pageType: 'entityrecord' }>;

/**
 * The page for a row, its values checked. A parameter that is wrong is shown to the user as well, as in the real app.
 * @throws Error for an unknown table or parameter; ApiError when the row to create from cannot be read
 */
export async function recordPage(host: Host, request: RecordRequest): Promise<RecordPage> {
  const table = tableOf(host.definition, request.entityName);
  const formId = request.formId === undefined ? undefined : normalizeId(request.formId);
  const id =
    request.entityId === undefined || request.entityId === '' ? undefined : normalizeId(request.entityId);
  const given = await checked(host, () => readPrefill(table, formOf(table, formId), request.parameters));
  const copied =
    request.createFromEntity === undefined || id !== undefined
      ? {}
      : await newRowValues(host, table, request.createFromEntity);
  const values = { ...copied, ...given };
  return {
    pageType: 'entityrecord',
    table: table.logicalName,
    ...(id === undefined ? {} : { id }),
    ...(formId === undefined ? {} : { formId }),
    ...(id !== undefined || Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** The saved row as scripts get it; nothing when the dialog was closed without. */
export function savedReference(
  row: Parameters<typeof lookupValue>[0] | undefined,
): SavedReference | undefined {
  return row === undefined ? undefined : { savedEntityReference: [lookupValue(row)] };
}

async function checked<T>(host: Pick<Host, 'dialogs'>, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    await host.dialogs.error({ message: messageOf(error) });
    throw error;
  }
}
