import { readdirSync } from 'node:fs';
import path from 'node:path';
import { childrenOf, readXml } from '../../../sandbox/dataverse/metadata/xml.js';

/** An environment variable, as the solution defines it. */
export interface VariableDefinition {
  readonly schemaName: string;
  readonly type: VariableType;
  readonly isRequired: boolean;
  /** Empty when it has none. */
  readonly defaultValue: string;
}

export type VariableType = 'String' | 'Number' | 'Boolean' | 'JSON' | 'Data Source' | 'Secret';

/** Values of `type` (Dataverse: EnvironmentVariableDefinition table reference). */
const types: Readonly<Record<string, VariableType>> = {
  100000000: 'String',
  100000001: 'Number',
  100000002: 'Boolean',
  100000003: 'JSON',
  100000004: 'Data Source',
  100000005: 'Secret',
};

/** Reads the environment variables of an unpacked solution. */
export function readVariableDefinitions(source: string): readonly VariableDefinition[] {
  const folder = path.join(source, 'environmentvariabledefinitions');
  return readdirSync(folder).map((name) => {
    const root = readXml(path.join(folder, name, 'environmentvariabledefinition.xml'));
    const text = (element: string): string => childrenOf(root, element)[0]?.textContent?.trim() ?? '';
    return {
      schemaName: root.getAttribute('schemaname') ?? name,
      type: types[text('type')] ?? 'String',
      isRequired: text('isrequired') === '1',
      defaultValue: text('defaultvalue'),
    };
  });
}
