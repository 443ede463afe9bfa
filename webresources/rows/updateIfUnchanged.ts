import * as invitation from '../rules/invitationTable.js';

/**
 * Changes columns of an invitation that is still as it was read, so that of two people who press a command at once only one
 * is obeyed. `Xrm.WebApi` cannot send If-Match, so this is a request of our own, with the session of the app (Web API,
 * "Perform conditional operations").
 *
 * @param etag of the row, as it was read
 * @returns false when the row has changed since
 * @throws Error with Dataverse's sentence when it is refused
 */
export async function updateIfUnchanged(id: string, etag: string, columns: object): Promise<boolean> {
  const root = `${Xrm.Utility.getGlobalContext().getClientUrl()}/api/data/v9.2/`;
  const response = await fetch(`${root}${invitation.set}(${id})`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', 'If-Match': etag },
    body: JSON.stringify(columns),
  });
  if (response.ok) return true;
  if (response.status === 412) return false;
  throw new Error(sentenceIn(await response.text()) ?? `HTTP ${response.status}`);
}

/** `{"error":{"message":"…"}}`; a proxy between may have answered with something else. */
function sentenceIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { error: { message: string } }).error.message;
  } catch {
    return undefined;
  }
}
