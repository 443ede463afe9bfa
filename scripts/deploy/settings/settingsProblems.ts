import { settingProblems as serviceProblems } from '../../../plugins/host/settings/parseSettings.js';
import type { DeploymentSettings } from './deploymentSettings.js';
import type { VariableDefinition, VariableType } from './variableDefinitions.js';

/**
 * What is wrong with deployment settings, a line for each: every variable of the solution must be named, once, with a value that the
 * service takes; nothing else may be.
 */
export function settingsProblems(
  { EnvironmentVariables: given, ConnectionReferences: connections }: DeploymentSettings,
  definitions: readonly VariableDefinition[],
): readonly string[] {
  const names = given.map(({ SchemaName }) => SchemaName);
  const known = definitions.filter(({ schemaName }) => names.includes(schemaName));
  const values = new Map(given.map(({ SchemaName, Value }) => [SchemaName, Value]));
  return [
    ...names.filter(isUnknown(definitions)).map((name) => unknownVariable(name, definitions)),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is named twice.`),
    ...definitions.filter((definition) => !known.includes(definition)).map(unnamed),
    ...valueProblems(known, values),
    ...connections.map(
      ({ LogicalName }) => `${LogicalName}: the solution has no connection reference of this name.`,
    ),
  ];
}

const isUnknown = (definitions: readonly VariableDefinition[]) => (name: string) =>
  !definitions.some(({ schemaName }) => schemaName === name);

function unknownVariable(name: string, definitions: readonly VariableDefinition[]): string {
  const meant = definitions.find(({ schemaName }) => schemaName.toLowerCase() === name.toLowerCase());
  return `${name}: the solution has no variable of this name${meant ? `; it has ${meant.schemaName}` : ''}.`;
}

const unnamed = ({ schemaName, defaultValue }: VariableDefinition): string =>
  `${schemaName} is not named. Add it, ${defaultValue === '' ? 'with its value' : `with "" if the default is meant (${defaultValue})`}.`;

/** The service's own rules first: they say more than the type does. One line for a variable. */
function valueProblems(
  definitions: readonly VariableDefinition[],
  values: ReadonlyMap<string, string>,
): readonly string[] {
  const judged = new Map(serviceProblems(values).map(({ variable, message }) => [variable, message]));
  return definitions.flatMap((definition) => {
    const problem = judged.get(definition.schemaName) ?? typeProblem(definition, values);
    return problem ? [`${definition.schemaName} ${problem}.`] : [];
  });
}

/** What Dataverse itself would refuse, of variables that the service has no rule for. */
function typeProblem(
  { schemaName, type, isRequired, defaultValue }: VariableDefinition,
  values: ReadonlyMap<string, string>,
): string | undefined {
  const value = values.get(schemaName)?.trim() ?? '';
  if (value === '') return isRequired && defaultValue === '' ? 'has no value' : undefined;
  const rule = typeRules[type];
  return rule && !rule.accepts(value) ? rule.message : undefined;
}

interface TypeRule {
  readonly accepts: (value: string) => boolean;
  readonly message: string;
}

const typeRules: Readonly<Partial<Record<VariableType, TypeRule>>> = {
  Number: { accepts: (value) => /^-?\d+(\.\d+)?$/.test(value), message: 'must be a number' },
  Boolean: { accepts: (value) => /^(yes|no)$/i.test(value), message: 'must be yes or no' },
  JSON: { accepts: isJson, message: 'must be JSON' },
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
