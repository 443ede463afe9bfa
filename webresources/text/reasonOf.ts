/** The words of an error, whatever was thrown: Xrm.WebApi rejects with a plain `{ errorCode, message }`. */
export function reasonOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' && message !== '' ? message : String(error);
}
