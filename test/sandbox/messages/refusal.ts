/** The Dataverse code, HTTP status and message with which a call is refused; undefined when it is not. */
export function refusal(
  call: () => unknown,
): { code: unknown; status: unknown; message: unknown } | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    const { code, status, message } = error as { code?: unknown; status?: unknown; message?: unknown };
    return { code, status, message };
  }
}
