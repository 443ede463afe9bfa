import type { Json } from '../../environment/environment.js';

/**
 * Names of the properties of a definition that an environment has otherwise. Not compared are annotations, and what the
 * environment does not tell at all: a version of Dataverse that lacks a setting would be written to again and again.
 * Labels in languages beyond the wanted ones are the makers' own, and so is whether a managed property may be changed.
 */
export function differences(wanted: Json, found: Json): readonly string[] {
  return Object.keys(wanted).filter(
    (name) => !name.includes('@') && found[name] !== undefined && !holds(found[name], wanted[name]),
  );
}

function holds(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, index) => holds(found[index], item))
    );
  }
  if (!isObject(wanted)) return (found ?? null) === (wanted ?? null);
  if (Array.isArray(wanted.LocalizedLabels)) return sameTexts(found, wanted.LocalizedLabels);
  if (!isObject(found)) return false;
  if (wanted.ManagedPropertyLogicalName !== undefined) return found.Value === wanted.Value;
  return differences(wanted, found).length === 0;
}

function sameTexts(found: unknown, wanted: readonly Json[]): boolean {
  const labels = isObject(found) && Array.isArray(found.LocalizedLabels) ? found.LocalizedLabels : [];
  return wanted.every(({ LanguageCode, Label }) =>
    labels.some((label: Json) => label.LanguageCode === LanguageCode && label.Label === Label),
  );
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
