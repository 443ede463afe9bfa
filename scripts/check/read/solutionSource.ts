import type { Element } from '@xmldom/xmldom';
import type { Platform } from './readPlatform.js';
import type { Relationship, Table } from './schema.js';
import type { ScriptTexts } from './scriptTexts.js';
import type { SourceFiles } from './sourceFiles.js';

/** An XML component in a file of its own. */
export interface Component {
  readonly file: string;
  readonly element: Element;
}

/** A ribbon, a form or a view belongs to a table (logical name). */
export interface TableComponent extends Component {
  readonly table: string;
}

/** A form or a view; the id without braces, in lower case. */
export interface IdentifiedComponent extends TableComponent {
  readonly id: string;
}

/** A web resource as its description says it. */
export interface WebResource extends Component {
  /** The description: `WebResources/inv_/js/contact.js.data.xml`. */
  readonly file: string;
  readonly name: string;
  readonly id: string;
  readonly type: string;
  /** What the file beside the description holds; undefined when there is none. */
  readonly content?: string;
}

/** Everything the rules ask: solution/src, what stands beside it, and the tables of the platform. */
export interface SolutionSource {
  readonly files: SourceFiles;
  /** Customization prefix of the publisher, without the underscore. */
  readonly prefix: string;
  /** LCIDs: the base language, and all that the solution ships. */
  readonly baseLanguage: string;
  readonly languages: readonly string[];
  /** By logical name: the solution's own, and those every environment has. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly ribbons: readonly TableComponent[];
  readonly forms: readonly IdentifiedComponent[];
  readonly views: readonly IdentifiedComponent[];
  /** View id → its table, the platform's views too. */
  readonly viewTables: ReadonlyMap<string, string>;
  /** Ids of the forms, the platform's too. */
  readonly formIds: ReadonlySet<string>;
  readonly charts: readonly IdentifiedComponent[];
  readonly dashboards: readonly (Component & { readonly id: string })[];
  readonly webResources: ReadonlyMap<string, WebResource>;
  readonly apps: readonly Component[];
  readonly siteMaps: readonly Component[];
  /** Ids of the security roles the solution ships. */
  readonly roles: ReadonlySet<string>;
  /** What `npm run build` would write: path below solution/src → content. */
  readonly built: ReadonlyMap<string, string>;
  /** package.json's version, three numbers. */
  readonly packageVersion: string;
  /** What every environment has beside tables and relationships. */
  readonly platform: Pick<Platform, 'choices' | 'privileges'>;
  /** What the scripts say of the texts they show. */
  readonly scriptTexts: ScriptTexts;
}
