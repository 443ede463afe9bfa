/** `pac auth list`. Source of these four: Power Platform CLI reference, pac auth. */
export const authList: readonly string[] = ['auth', 'list'];

/** `pac auth select`, by the name somebody gave or by the place in the list. */
export const authSelect = (
  profile: { readonly name: string } | { readonly index: number },
): readonly string[] =>
  'name' in profile
    ? ['auth', 'select', '--name', profile.name]
    : ['auth', 'select', '--index', String(profile.index)];

/** `pac auth delete` of one profile. */
export const authDelete = (name: string): readonly string[] => ['auth', 'delete', '--name', name];

/** `pac auth clear`: deletes every profile of this machine. */
export const authClear: readonly string[] = ['auth', 'clear'];
