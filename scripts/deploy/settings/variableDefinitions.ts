import path from 'node:path';
import { entries } from '../../solution/entries.js';
import { isOn, readXml, text } from '../../solution/xml.js';

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
  return entries(path.join(source, 'environmentvariabledefinitions')).map((folder) => {
    const root = readXml(path.join(folder, 'environmentvariabledefinition.xml'));
    return {
      schemaName: root.getAttribute('schemaname') ?? '',
      type: types[text(root, 'type')] ?? 'String',
      isRequired: isOn(root, 'isrequired'),
      defaultValue: text(root, 'defaultvalue'),
    };
  });
}
