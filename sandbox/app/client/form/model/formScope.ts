import type { ReadonlySignal } from '@preact/signals-core';
import type { FormDefinition } from '../../../definition/form/formDefinition.js';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host, LookupRow, Visit } from '../../host/host.js';
import type { FormModel, Handler } from './formModel.js';
import type { Occurrence } from './occurrence.js';

/** What the parts of one open form share. */
export interface FormScope {
  readonly host: Host;
  readonly table: TableDefinition;
  readonly visit: Visit;
  /** The row, once it is saved. */
  readonly row: ReadonlySignal<LookupRow | undefined>;
  readonly formType: FormModel['formType'];
  /** Opens a form on a related row, to read. */
  readonly openQuickView: (options: {
    readonly table: TableDefinition;
    readonly form: FormDefinition;
    readonly id: string;
  }) => FormModel;
  /** Runs handlers one after the other. @returns whether one of them threw */
  readonly run: (handlers: Iterable<Handler>, occurrence: Occurrence) => boolean;
}
