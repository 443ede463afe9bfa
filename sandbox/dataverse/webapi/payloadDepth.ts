/** Levels of objects and lists in a payload: the default of the OData library that Dataverse is built on. */
export const maximumPayloadDepth = 100;

/** Whether a payload is nested more deeply than that. Level by level: recursion is what a hostile payload exhausts. */
export function isTooDeep(payload: unknown): boolean {
  let level = [payload].filter(isNested);
  for (let depth = 0; depth < maximumPayloadDepth; depth += 1) {
    level = level.flatMap((item) => Object.values(item).filter(isNested));
  }
  return level.length > 0;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
