import type { Catalogue } from '../../metadata/catalogue.js';
import { privilegeName, verbs } from './privilegeNames.js';

/** Privileges that belong to no table of the sandbox ("Security role privileges"). */
const ofNoTable: readonly string[] = [
  'prvActOnBehalfOfAnotherUser',
  'prvAssignFieldSecurityProfile',
  'prvAssignRole',
  'prvPublishCustomization',
  'prvSendAsUser',
  'prvWorkflowExecution',
  ...['Create', 'Read', 'Write', 'Delete'].flatMap((verb) =>
    ['Attribute', 'Entity', 'OptionSet', 'Relationship'].map((kind) => `prv${verb}${kind}`),
  ),
];

/** Every privilege that there is, spelled as Dataverse does; those of the tables and those of none. */
export function spelledPrivileges(catalogue: Catalogue): readonly string[] {
  const names = [...catalogue.tables.values()].flatMap((table) =>
    verbs.map((verb) => privilegeName(table, verb)).filter((name) => name !== undefined),
  );
  return [...new Set([...names, ...ofNoTable])].sort();
}
