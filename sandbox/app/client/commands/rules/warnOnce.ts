const warned = new Set<string>();

/** A warning in the console for whoever writes the ribbon, once for each message: rules are asked over and over. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}
