import type { Json } from '../../environment/environment.js';

/** A managed property: a value, and whether whoever imports the solution may change it (Web API: BooleanManagedProperty). */
export function managed(value: boolean | string, property: string): Json {
  return { Value: value, CanBeChanged: true, ManagedPropertyLogicalName: property };
}
