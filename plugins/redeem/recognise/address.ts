/**
 * A mail address in the one form in which addresses are compared: trimmed, composed (NFC), lower case. Dataverse finds more than that:
 * its collation takes `é` for `e`, and who owns one address must not become the other.
 *
 * @returns undefined for none, and where the form would make ASCII of other letters (the Kelvin sign becomes `k`): a provider may give
 *   such an address to somebody else
 */
export function comparableAddress(address: string | null | undefined): string | undefined {
  const given = address?.trim() ?? '';
  const form = given.normalize('NFC').toLowerCase().normalize('NFC');
  if (form === '' || (isAscii(form) && !isAscii(given))) return undefined;
  return form;
}

const isAscii = (text: string): boolean => /^[\x21-\x7e]*$/u.test(text);
