/** The W3C trace id (32 hexadecimal digits, lower case) of a correlation id; undefined when it is none that could be one. */
export function traceIdOf(correlation: string): string | undefined {
  const digits = correlation.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) && /[^0]/.test(digits) ? digits : undefined;
}
