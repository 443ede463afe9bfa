import type { Dataverse } from '../dataverse/door.js';
import type { PluginContext } from '../contract/plugin.js';

/**
 * How long the answer holds: installing Power Pages, which brings the usual column, needs no restart of the
 * service.
 */
const holdsMs = 3_600_000;

interface Known {
  readonly column: string;
  readonly exists: boolean;
  readonly until: number;
}

const known = new WeakMap<Dataverse, Known>();

/**
 * The contact column that holds the preferred language; empty when none is set or the environment has no such
 * column, and then everybody is written to in the base language.
 */
export async function languageColumn({ dataverse, settings, now }: PluginContext): Promise<string> {
  const column = settings().contactLanguageColumn;
  if (column === '') return '';
  const last = known.get(dataverse);
  if (last?.column === column && now().getTime() < last.until) return last.exists ? column : '';
  const exists = await dataverse.hasColumn('contact', column);
  known.set(dataverse, { column, exists, until: now().getTime() + holdsMs });
  return exists ? column : '';
}
