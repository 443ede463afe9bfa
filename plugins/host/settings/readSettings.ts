import type { Dataverse, Row } from '../../dataverse/door.js';
import { parseSettings, settingVariables } from './parseSettings.js';
import type { Settings } from '../../contract/settings.js';

/** The value rows of a definition; a solution brings the definition with its default, the environment its own value. */
interface Definition extends Row {
  readonly schemaname: string;
  readonly defaultvalue?: string | null;
  readonly environmentvariabledefinition_environmentvariablevalue?: readonly {
    readonly value?: string | null;
  }[];
}

/**
 * Reads the makers' settings: each environment variable's value in this environment, else its default (Environment variables
 * overview).
 * @throws InvitationError INV_SETTING_INVALID, or that of a failed read
 */
export async function readSettings(dataverse: Dataverse): Promise<Settings> {
  const names = Object.values(settingVariables).map((name) => `schemaname eq '${name}'`);
  const { rows } = await dataverse.page<Definition>({
    set: 'environmentvariabledefinitions',
    select: ['schemaname', 'defaultvalue'],
    filter: names.join(' or '),
    expand: ['environmentvariabledefinition_environmentvariablevalue($select=value)'],
  });
  const values = new Map<string, string>();
  for (const definition of rows) {
    const own = definition.environmentvariabledefinition_environmentvariablevalue?.[0]?.value;
    const value = own ?? definition.defaultvalue;
    if (typeof value === 'string') values.set(definition.schemaname, value);
  }
  return parseSettings(values);
}
