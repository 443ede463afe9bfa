import type { Asked } from '../../sandbox/dataverse/organization/security/privilegeUse.js';

/**
 * Where what a role (or a column security profile) gives and what its work took differ, in sentences; none when they
 * are the same. Case does not matter: Dataverse spells privileges loosely.
 *
 * @param given names that the role's file lists
 * @param asked names that requests asked for, and whether they were granted
 */
export function unmetAndUnused(given: Iterable<string>, asked: Asked): readonly string[] {
  const held = new Map([...given].map((name) => [name.toLowerCase(), name]));
  const used = new Set([...asked.keys()].map((name) => name.toLowerCase()));
  const missing = [...asked].flatMap(([name, granted]) => {
    if (!granted) return [`${name} is missing: it was asked for and refused`];
    return held.has(name.toLowerCase()) ? [] : [`${name} is missing: another role granted it`];
  });
  const unused = [...held]
    .filter(([key]) => !used.has(key))
    .map(([, name]) => `${name} is unused: nothing asked for it`);
  return [...missing, ...unused].sort();
}
