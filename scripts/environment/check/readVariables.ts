import type { Environment, Json } from '../environment.js';
import type { Expected } from './expected.js';
import { literal } from '../literal.js';

/** An environment variable as the environment has it. */
export interface Variable {
  readonly schemaName: string;
  readonly isRequired: boolean;
  /** This environment's own value. */
  readonly own?: string;
  /** What the solution brings. */
  readonly default?: string;
}

/** Reads the solution's environment variables; those without a definition in the environment are left out. */
export async function readVariables(
  environment: Environment,
  { variables }: Expected,
): Promise<readonly Variable[]> {
  const filter = variables.map((name) => `schemaname eq ${literal(name)}`).join(' or ');
  const rows = await environment.all(
    `environmentvariabledefinitions?$select=schemaname,defaultvalue,isrequired&$filter=${filter}` +
      '&$expand=environmentvariabledefinition_environmentvariablevalue($select=value)',
  );
  return rows.map((row) => {
    const [value] = (row.environmentvariabledefinition_environmentvariablevalue ?? []) as readonly Json[];
    return {
      schemaName: String(row.schemaname),
      isRequired: row.isrequired === true,
      ...(typeof value?.value === 'string' ? { own: value.value } : {}),
      ...(typeof row.defaultvalue === 'string' ? { default: row.defaultvalue } : {}),
    };
  });
}

/** Schema name → the value that counts, as the service reads it: the environment's own, else the default. */
export function effectiveValues(variables: readonly Variable[]): ReadonlyMap<string, string> {
  return new Map(
    variables.flatMap((variable) => {
      const value = variable.own ?? variable.default;
      return value === undefined ? [] : [[variable.schemaName, value] as const];
    }),
  );
}
