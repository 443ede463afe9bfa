import type { Cascade } from './model.js';
import type { OneToManyDefinition } from './solution.js';

/** What can happen to the rows that refer to a row (CascadeType). */
export const cascadeTypes: Readonly<Record<string, Cascade>> = {
  NoCascade: 'NoCascade',
  Cascade: 'Cascade',
  Active: 'Active',
  UserOwned: 'UserOwned',
  RemoveLink: 'RemoveLink',
  Restrict: 'Restrict',
} satisfies Record<Cascade, Cascade>;

/** What can be done to the row that they refer to (CascadeConfiguration's properties). */
type Action = 'Delete' | 'Assign' | 'Share' | 'Unshare' | 'Reparent' | 'RollupView';

/** A cascade for every action: what `read` finds, or else a referential relationship's ("Configure cascading behavior"). */
export function cascadesFrom(
  read: (action: Action) => Cascade | undefined,
): Required<Pick<OneToManyDefinition, 'onDelete' | 'onAssign' | 'sharing'>> {
  return {
    onDelete: read('Delete') ?? 'RemoveLink',
    onAssign: read('Assign') ?? 'NoCascade',
    sharing: {
      share: read('Share') ?? 'NoCascade',
      unshare: read('Unshare') ?? 'NoCascade',
      reparent: read('Reparent') ?? 'NoCascade',
      rollupView: read('RollupView') ?? 'NoCascade',
    },
  };
}
