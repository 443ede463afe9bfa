import * as invitation from '../rules/invitationTable.js';

/**
 * Changes columns of an invitation that is still as it was read, so that of two people who press a command at once only one
 * is obeyed. `Xrm.WebApi` cannot send If-Match, so this is a request of our own, with the session of the app (Web API,
 * "Perform conditional operations").
 *
 * @param etag of the row, as it was read
 * @param correlation goes with the request (`x-ms-client-request-id`)
 * @returns false when the row has changed since
 * @throws Error with Dataverse's sentence when it is refused
 */
export async function updateIfUnchanged(
  id: string,
  etag: string,
  columns: object,
  correlation?: string,
): Promise<boolean> {
  const url = Xrm.Utility.getGlobalContext().getClientUrl();
  const response = await fetch(`${url}/api/data/v9.2/${invitation.set}(${id})`, {
    method: 'PATCH',
    headers: {
      'Content-Type': 'application/json',
      'If-Match': etag,
      ...(correlation === undefined ? {} : { 'x-ms-client-request-id': correlation }),
    },
    body: JSON.stringify(columns),
  });
  if (response.ok || response.status === 412) return response.ok;
  // A proxy between may have answered with something else than Dataverse's error.
  const answer = (await response.json().catch(() => undefined)) as
    { error?: { message?: string } } | undefined;
  throw new Error(answer?.error?.message ?? `HTTP ${response.status}`);
}
