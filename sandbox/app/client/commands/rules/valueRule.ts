import type { AttributeValue } from '../../values/attributeValue.js';
import { formOf, type CommandSource } from '../commandSource.js';

/**
 * ValueRule: a field of the form holds the value, as it stands now, saved or not. `null` and the empty text stand for
 * an empty field, a lookup is compared by id. A column that is not on the form gives the rule's Default.
 */
export function hasValue(
  rule: { readonly field: string; readonly value: string; readonly default?: boolean },
  source: CommandSource,
): boolean {
  const attribute = formOf(source)?.attributes.get(rule.field);
  if (attribute === undefined) return rule.default ?? false;
  return spellings(attribute.value.value).includes(rule.value.trim().toLowerCase());
}

/** How ribbon authors write a value. */
function spellings(value: AttributeValue): readonly string[] {
  if (value === null || value === '') return ['', 'null'];
  if (typeof value === 'boolean') return value ? ['true', '1'] : ['false', '0'];
  if (value instanceof Date) return [value.toISOString().toLowerCase()];
  if (typeof value === 'string' || typeof value === 'number') return [String(value).toLowerCase()];
  if (value.length === 0) return ['', 'null'];
  const parts = value.map((part) => (typeof part === 'number' ? String(part) : part.id));
  return [parts.join(','), parts.map((part) => `{${part}}`).join(',')];
}
