import { normalizeId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { lookupValue, type LookupValue } from '../lookupValue.js';
import { onlyOptions } from '../onlyOptions.js';
import { tableOf } from '../../host/tableOf.js';

interface LookupObjectsOptions {
  readonly entityTypes: readonly string[];
  readonly defaultEntityType?: string;
  readonly allowMultiSelect?: boolean;
  readonly defaultViewId?: string;
  readonly searchText?: string;
  readonly filters?: readonly { readonly entityLogicalName: string; readonly filterXml: string }[];
}

const known = [
  'entityTypes',
  'defaultEntityType',
  'allowMultiSelect',
  'defaultViewId',
  'searchText',
  'filters',
  // There is no list of rows used before, and no camera: nothing to switch off.
  'disableMru',
  'showBarcodeScanner',
];

/** Xrm.Utility.lookupObjects: the rows that the user picked; none when the dialog was closed. */
export async function lookupObjects(
  host: Pick<Host, 'definition' | 'dialogs'>,
  options: LookupObjectsOptions,
): Promise<readonly LookupValue[]> {
  onlyOptions('Xrm.Utility.lookupObjects', options, known);
  const { entityTypes, defaultEntityType, defaultViewId, searchText, filters = [] } = options;
  const tables = entityTypes.map((name) => tableOf(host.definition, name).logicalName);
  if (tables.length === 0) throw new Error('lookupObjects needs entityTypes.');
  const rows = await host.dialogs.lookup({
    // The first table is the one the dialog opens with.
    tables: [...tables].sort((a, b) => Number(b === defaultEntityType) - Number(a === defaultEntityType)),
    multiple: options.allowMultiSelect === true,
    filters: filters.map(({ entityLogicalName, filterXml }) => ({ table: entityLogicalName, filterXml })),
    ...(defaultViewId === undefined ? {} : { viewId: normalizeId(defaultViewId) }),
    ...(searchText === undefined ? {} : { searchText }),
  });
  return (rows ?? []).map(lookupValue);
}
