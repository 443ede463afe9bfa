import { errors } from '../../../errors.js';
import type { Catalogue } from '../../../metadata/catalogue.js';
import type { Navigation, Table } from '../../../metadata/model.js';
import type { ColumnPath, Link } from '../../../query/model.js';
import { requireProperty } from './property.js';

const namespace = 'Microsoft.Dynamics.CRM.';

/** Hands out aliases that are unique in one query. */
export class Aliases {
  #last = 0;

  next(): string {
    this.#last += 1;
    return `$${String(this.#last)}`;
  }
}

/** A table that an expression can start from: the root, or what a lambda's variable stands for. */
export class Place {
  readonly #links: Link[] = [];
  readonly #reached = new Map<string, { alias: string; table: Table }>();

  constructor(
    readonly catalogue: Catalogue,
    readonly table: Table,
    /** The link the table has in the query; undefined for the root. */
    readonly alias: string | undefined,
    readonly aliases: Aliases,
  ) {}

  /** The joins that paths from here have needed so far. */
  get links(): readonly Link[] {
    return this.#links;
  }

  /**
   * The column at the end of a member path; single-valued navigation properties on the way become outer joins.
   * @throws DataverseError 400 for an unknown name or a collection on the way.
   */
  column(steps: readonly string[]): {
    path: ColumnPath;
    table: Table;
    column: ReturnType<typeof requireProperty>;
  } {
    const { alias, table } = this.follow(steps.slice(0, -1));
    const column = requireProperty(table, steps.at(-1) ?? '');
    return {
      path:
        alias === undefined ? { column: column.logicalName } : { link: alias, column: column.logicalName },
      table,
      column,
    };
  }

  /** Where a path of single-valued navigation properties leads. */
  follow(steps: readonly string[]): { alias: string | undefined; table: Table } {
    let here: { alias: string | undefined; table: Table } = { alias: this.alias, table: this.table };
    let trail = '';
    for (let at = 0; at < steps.length; at += 1) {
      const name = steps[at] ?? '';
      const cast =
        steps[at + 1]?.startsWith(namespace) === true ? steps[at + 1]?.slice(namespace.length) : undefined;
      const navigation = castNavigation(
        this.catalogue,
        here.table,
        requireSingle(this.catalogue, here.table, name),
        cast,
      );
      if (cast !== undefined) at += 1;
      trail += `/${name}${cast ?? ''}`;
      here = this.#reached.get(trail) ?? this.#join(trail, here.alias, navigation);
    }
    return here;
  }

  #join(trail: string, parent: string | undefined, navigation: SingleNavigation) {
    const table = this.catalogue.table(navigation.target);
    const alias = this.aliases.next();
    this.#links.push({
      alias,
      ...(parent === undefined ? {} : { parent }),
      table: table.logicalName,
      fromColumn: table.primaryId,
      toColumn: navigation.column,
      join: 'outer',
      columns: 'none',
    });
    const reached = { alias, table };
    this.#reached.set(trail, reached);
    return reached;
  }
}

/** A lookup, as a step of a path. */
export type SingleNavigation = Extract<Navigation, { kind: 'single' }>;

function requireSingle(catalogue: Catalogue, table: Table, name: string): SingleNavigation {
  const navigation = catalogue.navigation(table.logicalName, name);
  if (navigation === undefined) throw errors.unknownProperty(name, table.logicalName);
  if (navigation.kind !== 'single') {
    throw errors.badQuery(
      `The parent value for a property access of a property '${name}' is not a single value. Property access can only be applied to a single value.`,
    );
  }
  return navigation;
}

/**
 * The navigation property with the type it is cast to: `ownerid/Microsoft.Dynamics.CRM.team`.
 * @throws DataverseError 400 when the lookup does not lead to that type.
 */
export function castNavigation(
  catalogue: Catalogue,
  table: Table,
  navigation: SingleNavigation,
  cast: string | undefined,
): SingleNavigation {
  if (cast === undefined || cast === navigation.target) return navigation;
  const relationship = catalogue.oneToMany.find(
    ({ referencingTable, referencingColumn, referencedTable }) =>
      referencingTable === table.logicalName &&
      referencingColumn === navigation.column &&
      referencedTable === cast,
  );
  if (relationship === undefined) {
    throw errors.badQuery(
      `Encountered invalid type cast. '${namespace}${cast}' is not assignable from '${navigation.name}'.`,
    );
  }
  return { ...navigation, target: cast, relationship };
}
