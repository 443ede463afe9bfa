/** A label as a name in code: 'Send Requested' → `sendRequested`, 'IP Address' → `ipAddress`. */
export function camelCase(label: string): string {
  const [first = '', ...rest] = label.match(/[A-Za-z0-9]+/g) ?? [];
  return first.toLowerCase() + rest.map(capital).join('');
}

/** A label as a name of a type: 'Invite Redemption' → `InviteRedemption`. */
export function pascalCase(label: string): string {
  return capital(camelCase(label));
}

/** A key of an object: quoted only when it has to be. */
export function objectKey(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : quoted(name);
}

/** A string literal. */
export function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A docstring of one line; nothing when there is nothing to say. */
export function docString(sentence: string, indent = ''): string {
  return sentence === '' ? '' : `${indent}/** ${sentence.replaceAll('*/', '*\\/')} */\n`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
