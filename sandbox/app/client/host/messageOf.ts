/** What a failure says: an Error's message, or that of the plain object that promises of `Xrm` reject with. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message } = error as { readonly message?: unknown };
  return typeof message === 'string' && message !== '' ? message : String(error);
}
