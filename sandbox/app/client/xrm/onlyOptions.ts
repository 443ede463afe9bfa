/**
 * Makes sure that a script asks for nothing that is not done.
 * @param name what takes the options: `Xrm.Navigation.openForm`
 * @throws Error `not emulated: …` for an option that is given and not among the known ones
 */
export function onlyOptions(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.entries(options).find(([key, value]) => value !== undefined && !known.includes(key));
  if (unknown !== undefined) throw new Error(`not emulated: ${name}, option ${unknown[0]}`);
}
