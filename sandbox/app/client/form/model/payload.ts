import type { AppDefinition, UserFacts } from '../../../definition/definition.js';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { AttributeModel } from './formModel.js';
import { defaultValue, isServerDefault } from '../../values/defaultValue.js';
import { isLookup } from '../../values/readValue.js';
import { sameValue } from '../../values/sameValue.js';
import { writeValue } from '../../values/writeValue.js';

/** Whose row it is that is written. */
export interface PayloadParts {
  readonly table: TableDefinition;
  readonly tables: AppDefinition['tables'];
  readonly user: UserFacts;
  readonly isNew: boolean;
}

/** What a save sends: of a new row all that it holds, of a saved one what is dirty (or told to be sent always). */
export function payload(
  parts: PayloadParts,
  attributes: Iterable<AttributeModel>,
): Readonly<Record<string, unknown>> {
  const sent = [...attributes].filter((attribute) => isSent(parts, attribute));
  return Object.assign(
    {},
    ...sent.map(({ column, value, initial }) => writeValue(parts.tables, column, value.value, initial.value)),
  ) as Readonly<Record<string, unknown>>;
}

function isSent(parts: PayloadParts, attribute: AttributeModel): boolean {
  const { column, isDirty, submitMode, value } = attribute;
  if (submitMode.value === 'never' || neverSent.has(column.type)) return false;
  // A secured column goes out once it was changed, so that the server says no itself; what no user may set does not.
  if (!(parts.isNew ? column.canCreate : column.canUpdate)) return column.secured && isDirty.value;
  // There is nothing yet that an empty lookup would disassociate.
  if (parts.isNew && isLookup(column) && value.value === null) return false;
  if (isDirty.value) return true;
  if (!column.canRead) return false;
  return submitMode.value === 'always' || (parts.isNew && isHeld(parts, attribute));
}

const neverSent: ReadonlySet<string> = new Set(['primarykey', 'partylist', 'virtual', 'image', 'file']);

/** Whether a new row holds a value that the server would not give it by itself. */
function isHeld({ table, user }: PayloadParts, { column, value }: AttributeModel): boolean {
  if (value.value === null) return false;
  return !(isServerDefault(column) && sameValue(value.value, defaultValue(table, column, user)));
}
