/**
 * A client of the API for the back end of a site, to be copied: Node 20 or later, no packages.
 *
 *   const outcome = await redeemOnBehalf(
 *     { code, contactId, ipAddress: request.ip },
 *     { url: 'https://invite.contoso.com', credential: async () => process.env.INVITATIONS_API_KEY ?? '' },
 *   );
 *   if ('problem' in outcome) show(outcome.problem.detail);
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** Somebody whom the site has signed in. */
export interface Identity {
  /** `iss` and `sub` of the identity token. */
  readonly issuer: string;
  readonly subject: string;
  /** Only when the issuer says that it has verified the address. */
  readonly verifiedEmail?: string;
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  /** `Contoso` */
  readonly provider: string;
}

/** Redeem this code for somebody: a contact whom the site knows, or a person who has signed in. */
export type RedemptionRequest = {
  readonly code: string;
  /** The person's, not the site's. */
  readonly ipAddress?: string;
  readonly identityProvider?: string;
} & ({ readonly contactId: string } | { readonly identity: Identity });

/** The contact has what the invitation grants. */
export interface Redemption {
  readonly outcome: 'redeemed' | 'alreadyRedeemed';
  /** Left out when the activity has been deleted since. */
  readonly redemptionId?: string;
  readonly contactId: string;
  readonly granted?: {
    readonly account?: string;
    readonly keptAccount: boolean;
    readonly webRoles: readonly string[];
    readonly workflow: boolean;
  };
}

/** No, and why (RFC 9457). Programs go by `code`, people read `detail`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly errors?: readonly { readonly at: string; readonly problem: string }[];
}

export interface ClientOptions {
  /** Address of the doors: `https://invite.contoso.com`. */
  readonly url: string;
  /** An API key, or an access token that is valid at this moment. */
  readonly credential: () => Promise<string>;
  /**
   * One for each redemption that somebody asks for. Keep it with the person's session if they may ask again; by default each call is a new
   * redemption.
   */
  readonly idempotencyKey?: string;
  /** Times that the request is sent at the most. Default 4. */
  readonly attempts?: number;
  /** Waits so many seconds; tests do not. */
  readonly wait?: (seconds: number) => Promise<unknown>;
}

/** Seconds for one answer, and the longest that a person who waits is kept waiting between two. */
const deadline = 20;
const longestPause = 10;

/**
 * Redeems an invitation. A definite answer ends it, yes or no. While there is none (the network, 500 and above) the same request goes again with
 * the same key, so that nothing happens twice.
 *
 * @returns the redemption, or the problem: also the last one after which there was no time to go on
 * @throws the error of fetch when the service could not be reached at all
 */
export async function redeemOnBehalf(
  request: RedemptionRequest,
  options: ClientOptions,
): Promise<Redemption | { readonly problem: Problem }> {
  const { idempotencyKey = randomUUID(), attempts = 4 } = options;
  const { wait = (seconds: number) => setTimeout(seconds * 1000) } = options;
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt >= attempts;
    // 1, 2, 4 … seconds, and a part of one by chance: not everybody comes back at once.
    const pause = 2 ** (attempt - 1) + Math.random();
    const response = await send(request, idempotencyKey, options).catch((error: unknown) => {
      if (isLast) throw error;
      return undefined;
    });
    if (response?.ok) return (await response.json()) as Redemption;
    if (response !== undefined && (response.status < 500 || isLast)) {
      return { problem: await problemOf(response) };
    }
    await wait(Math.min(Number(response?.headers.get('retry-after') ?? pause), longestPause));
  }
}

async function send(
  request: RedemptionRequest,
  idempotencyKey: string,
  { url, credential }: ClientOptions,
): Promise<Response> {
  return fetch(`${url}/api/redemptions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await credential()}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(deadline * 1000),
  });
}

/** Something between the two may answer too, and not with a problem. */
async function problemOf(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return (await response.json()) as Problem;
  }
  return { type: 'about:blank', title: statusText, status, detail: statusText, code: 'NO_ANSWER' };
}
