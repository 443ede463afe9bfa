/** A secret the way pac takes any argument: as a data URI, which it decodes. */
export const encoded = (text: string): string => `data:text/plain;base64,${base64(text)}`;

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Makes a function that replaces secrets in a line, whether in clear or in base64. */
export function redactor(secrets: readonly string[]): (line: string) => string {
  const shapes = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, base64(secret)]);
  return (line) => shapes.reduce((text, shape) => text.replaceAll(shape, '***'), line);
}
