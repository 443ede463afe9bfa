/** The site's script library, on every page of a site that has its usual header. */
interface Shell {
  readonly getTokenDeferred?: () => PromiseLike<string>;
}

const rows = '/_api/inv_redemptionrequests';

/** The site answered, but not with what was asked for. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`The site answered ${status}.`);
  }
}

/**
 * The anti-forgery token of this visitor's session, which the portal Web API demands of every request.
 * @throws Refused · TypeError when the site cannot be reached
 */
async function requestToken(): Promise<string> {
  const { shell } = globalThis as { readonly shell?: Shell };
  if (shell?.getTokenDeferred) return shell.getTokenDeferred();
  const response = await fetch('/_layout/tokenhtml', { cache: 'no-store' });
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  const token = parsed.querySelector('input[name="__RequestVerificationToken"]')?.getAttribute('value');
  if (!token) throw new Refused(response.status);
  return token;
}

async function call(path: string, body?: object): Promise<Response> {
  const response = await fetch(rows + path, {
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'OData-MaxVersion': '4.0',
      'OData-Version': '4.0',
      __RequestVerificationToken: await requestToken(),
    },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  // Who is signed out is sent to the sign-in page, and that answers 200.
  if (!response.ok || response.redirected) throw new Refused(response.redirected ? 401 : response.status);
  return response;
}

/**
 * Asks to redeem a code: writes the row that the service answers.
 * @returns the row's id
 */
export async function ask(code: string, contact: string): Promise<string> {
  const response = await call('', {
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
  });
  const id = /[0-9a-f-]{36}/i.exec(
    response.headers.get('entityid') ?? response.headers.get('OData-EntityId') ?? '',
  )?.[0];
  if (id === undefined) throw new Refused(response.status);
  return id;
}

/**
 * The outcome of a request; undefined as long as there is none. The site keeps what it has read for up to 15 minutes (How server-side
 * caching works in Power Pages), and the service does not write through the site. So no look asks the same question twice: `look` is in
 * it, and lies below every outcome there is.
 */
export async function outcomeOf(id: string, look: number): Promise<number | undefined> {
  const filter = `inv_redemptionrequestid eq ${id} and inv_outcome gt ${look}`;
  const response = await call(`?$select=inv_outcome&$filter=${encodeURIComponent(filter)}`);
  const { value } = (await response.json()) as { readonly value: readonly { inv_outcome: number }[] };
  return value[0]?.inv_outcome;
}
