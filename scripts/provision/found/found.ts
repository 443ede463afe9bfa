import type { Json } from '../../environment/environment.js';
import type { Languages } from '../inLanguages.js';

/** What an environment holds of what is wanted, as its metadata tells it. Names are logical names in lower case. */
export interface Found {
  readonly languages: Languages;
  /** Row of `publisher`. */
  readonly publisher?: Json;
  /** Row of `solution`. */
  readonly solution?: Json;
  /** OptionSetMetadata by name. */
  readonly choices: ReadonlyMap<string, Json>;
  readonly tables: ReadonlyMap<string, FoundTable>;
  /** OneToManyRelationshipMetadata and ManyToManyRelationshipMetadata by schema name in lower case. */
  readonly relationships: ReadonlyMap<string, Json>;
  /** Names of the web resources that are there and that wanted tables have as icons. */
  readonly icons: ReadonlySet<string>;
}

/** A table that is there. */
export interface FoundTable {
  /** EntityMetadata. */
  readonly definition: Json;
  /** AttributeMetadata by logical name. */
  readonly columns: ReadonlyMap<string, Json>;
  /** OptionSetMetadata or BooleanOptionSetMetadata by the column's logical name. */
  readonly optionSets: ReadonlyMap<string, Json>;
  /** EntityKeyMetadata by logical name. */
  readonly keys: ReadonlyMap<string, Json>;
}
