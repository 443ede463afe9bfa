import { addressOf } from '../../host/pageAddress.js';
import type { Host } from '../../host/host.js';
import type { LookupValue } from '../lookupValue.js';
import { onlyOptions } from '../onlyOptions.js';
import { tableOf } from '../../host/tableOf.js';
import { recordPage, savedReference, type SavedReference } from './recordPage.js';

/** The options of openForm that are emulated; those that say how a window looks do nothing in a page. */
interface EntityFormOptions {
  readonly entityName: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly createFromEntity?: LookupValue;
  readonly openInNewWindow?: boolean;
  readonly useQuickCreateForm?: boolean;
}

const known = [
  'entityName',
  'entityId',
  'formId',
  'createFromEntity',
  'openInNewWindow',
  'useQuickCreateForm',
];
const looks = ['cmdbar', 'navbar', 'width', 'height', 'windowPosition'];

/**
 * Xrm.Navigation.openForm: the main form in the page or in a window of its own, or a quick-create form.
 * @returns the saved row, for a quick-create form alone
 */
export async function openForm(
  host: Host,
  options: EntityFormOptions,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<SavedReference | undefined> {
  onlyOptions('Xrm.Navigation.openForm', options, [...known, ...looks]);
  const page = await recordPage(host, { ...options, parameters });
  if (options.useQuickCreateForm === true && page.id === undefined) {
    const table = tableOf(host.definition, page.table);
    return savedReference(await host.dialogs.quickCreate({ table, values: page.values ?? {} }));
  }
  if (options.openInNewWindow === true) {
    host.openWindow(host.api.clientUrl + addressOf(host.definition, page));
  } else {
    await host.navigation.open(page);
  }
  return undefined;
}
