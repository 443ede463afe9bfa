import type { SqlValue } from '../storage/store.js';

/** A piece of SQL with the values of its question marks, in their order. */
export interface Sql {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

/** SQL that is there already: names and keywords. Never for values that came with a request. */
export function raw(text: string): Sql {
  return { text, parameters: [] };
}

/** Builds SQL from a template; pieces of SQL are put in place, everything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0] ?? '';
  const parameters: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      parameters.push(...part.parameters);
    } else {
      text += '?';
      parameters.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, parameters };
}

/** Puts pieces one after the other. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    parameters: parts.flatMap((part) => part.parameters),
  };
}

/** All of them hold; true when there is none. */
export function allOf(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? raw('1') : sql`(${join(parts, ' AND ')})`;
}

/** One of them holds; false when there is none. */
export function anyOf(parts: readonly Sql[]): Sql {
  return parts.length === 0 ? raw('0') : sql`(${join(parts, ' OR ')})`;
}

/** A set for IN. One parameter whatever its size, so that the store's cache of statements stays small. */
export function setOf(values: readonly SqlValue[]): Sql {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function isSql(part: Sql | SqlValue): part is Sql {
  return typeof part === 'object' && part !== null;
}
