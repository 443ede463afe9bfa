import { errors } from '../../errors.js';
import { aliasOf, type FetchElement } from './element.js';

/** The joins of one query by the names that conditions and orders may call them. */
export class LinkNames {
  readonly #byName = new Map<string, string>();
  readonly #taken = new Set<string>();
  #unnamed = 0;

  /** The alias of a link-entity: its own, or the table's name with a number as Dataverse makes it. */
  add(element: FetchElement, table: string): string {
    const alias = aliasOf(element) ?? this.#generated(table);
    if (this.#taken.has(alias)) throw errors.invalidArgument(`The alias '${alias}' is used more than once.`);
    this.#taken.add(alias);
    this.#byName.set(alias, alias);
    if (!this.#byName.has(table)) this.#byName.set(table, alias);
    return alias;
  }

  /** The alias that an `entityname` means. Throws 400 when there is no such link. */
  resolve(name: string): string {
    const alias = this.#byName.get(name);
    if (alias === undefined)
      throw errors.invalidArgument(`Link entity with name or alias ${name} is not found.`);
    return alias;
  }

  #generated(table: string): string {
    this.#unnamed += 1;
    return `${table}${String(this.#unnamed)}`;
  }
}
