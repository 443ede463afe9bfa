/** One line of `pac auth list`. */
export interface ListedProfile {
  /** From 1. */
  readonly index: number;
  /** In use: what pac does, it does with this one. */
  readonly active: boolean;
  /** Everything else that the list says of it: kind, name, address, user. */
  readonly description: string;
}

/**
 * Reads what `pac auth list` prints: a line of headings, then `[1]   *      UNIVERSAL   Test   https://…   user@…   Public User`.
 * The asterisk marks the active profile (Power Platform CLI reference: pac auth list).
 */
export const readProfiles = (lines: readonly string[]): readonly ListedProfile[] =>
  lines.flatMap((line) => {
    const [, index, mark, description = ''] = /^\s*\[(\d+)\]\s+(\*?)\s*(.*?)\s*$/.exec(line) ?? [];
    if (index === undefined) return [];
    // Columns are as wide as their longest value: only the words count.
    return [{ index: Number(index), active: mark === '*', description: description.replace(/\s+/g, ' ') }];
  });

/** Where a profile is in a later list; undefined when it is not there any more. */
export const sameProfile = (
  profile: ListedProfile,
  later: readonly ListedProfile[],
): ListedProfile | undefined =>
  later.find(({ index, description }) => index === profile.index && description === profile.description) ??
  later.find(({ description }) => description === profile.description);
