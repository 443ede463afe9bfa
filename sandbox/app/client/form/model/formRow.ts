import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host, LookupRow } from '../../host/host.js';
import type { OpenAttribute } from './createAttribute.js';
import { errorOptions } from './errorOptions.js';
import { readColumns } from './formAttributes.js';
import type { FormModel } from './formModel.js';
import { queryFor, readValue } from '../../values/readValue.js';
import { newRowAccess, noAccess, readAccess, type Access } from './rowAccess.js';

/** The row behind a form, as the server has it. */
export interface FormRow {
  readonly id: Signal<string | undefined>;
  readonly reference: ReadonlySignal<LookupRow | undefined>;
  readonly title: ReadonlySignal<string>;
  readonly access: ReadonlySignal<Access>;
  readonly formType: FormModel['formType'];
  readonly loadError: ReadonlySignal<string | undefined>;
  readonly isLoading: ReadonlySignal<boolean>;
  /** Reads the row and what the user may do with it; a new one has nothing to read. Why it failed is shown, not thrown. */
  read(): Promise<void>;
}

/**
 * @param attributes what of the row is read, and where it goes
 * @param tells whether the user is told by a dialog why a row cannot be read
 */
export function createFormRow(
  host: Host,
  table: TableDefinition,
  rowId: string | undefined,
  attributes: () => ReadonlyMap<string, OpenAttribute>,
  tells = true,
): FormRow {
  const id = signal(rowId);
  const title = signal('');
  const access = signal(rowId === undefined ? newRowAccess(table) : noAccess);
  const loadError = signal<string | undefined>(undefined);
  const isLoading = signal(true);

  async function fetchRow(saved: string): Promise<void> {
    const columns = readColumns(table, attributes().keys());
    const [answer, rights] = await Promise.all([
      host.api.send({ method: 'GET', path: `${table.setName}(${saved})?${queryFor(table, columns)}` }),
      readAccess(host, table, saved),
    ]);
    const values = answer.json() as Readonly<Record<string, unknown>>;
    batch(() => {
      access.value = rights;
      title.value = String(values[table.primaryName ?? ''] ?? '');
      for (const attribute of attributes().values()) {
        attribute.load(readValue(table, attribute.column, values));
      }
    });
  }

  return {
    id,
    title,
    access,
    loadError,
    isLoading,
    reference: computed(() =>
      id.value === undefined ? undefined : { id: id.value, name: title.value, table: table.logicalName },
    ),
    formType: computed(() => {
      if (id.value === undefined) return 1;
      if ((attributes().get('statecode')?.initial.value ?? 0) !== 0) return 4;
      return access.value.write ? 2 : 3;
    }),
    async read() {
      const saved = id.value;
      isLoading.value = true;
      try {
        if (saved !== undefined) await fetchRow(saved);
        loadError.value = undefined;
      } catch (error) {
        const options = errorOptions(error);
        loadError.value = options.message;
        if (tells) void host.dialogs.error(options);
      } finally {
        isLoading.value = false;
      }
    },
  };
}
