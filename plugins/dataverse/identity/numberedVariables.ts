/** Environment variables without the empty ones. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Groups of environment variables that come more than once: the first under its plain names, further ones with the suffixes _2, _3 …
 *
 * @param names the plain names of a group
 * @returns number of the group → its variables under their plain names; only groups of which something is set
 */
export function numberedVariables(
  given: Variables,
  names: readonly string[],
): ReadonlyMap<number, Variables> {
  const groups = new Map<number, Record<string, string | undefined>>();
  for (const [name, value] of Object.entries(given)) {
    const [, plain = '', suffix = '1'] = /^([A-Z_]+?)(?:_([2-9]|[1-9]\d+))?$/.exec(name) ?? [];
    if (value === undefined || !names.includes(plain)) continue;
    const number = Number(suffix);
    groups.set(number, { ...groups.get(number), [plain]: value });
  }
  return new Map([...groups].sort(([one], [other]) => one - other));
}

/** How a variable of a group is called: `AZURE_CLIENT_ID`, `AZURE_CLIENT_ID_2`. */
export const numberedName = (name: string, number: number): string =>
  number === 1 ? name : `${name}_${number}`;
