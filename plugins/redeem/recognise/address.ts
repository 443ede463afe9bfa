/** Longest address that a contact can have (Dataverse: contact table reference, EMailAddress1). */
const longest = 100;

/**
 * A mail address in the one form in which addresses are compared: trimmed, composed (NFC), lower case. Dataverse finds more than that:
 * its collation takes `é` for `e`, and who owns one address must not become the other.
 *
 * @returns undefined for none, for what no contact can have or should, and where the form would make ASCII of other letters (the Kelvin
 *   sign becomes `k`): a provider may give such an address to somebody else
 */
export function comparableAddress(address: string | null | undefined): string | undefined {
  const given = address?.trim() ?? '';
  const form = given.normalize('NFC').toLowerCase().normalize('NFC');
  if (form === '' || form.length > longest || strange.test(form)) return undefined;
  return isAscii(form) && !isAscii(given) ? undefined : form;
}

/** Blanks, control characters and invisible ones: in a header they would be more than an address. */
const strange = /[\s\p{C}]/u;

const isAscii = (text: string): boolean => /^[\x21-\x7e]*$/u.test(text);
