import { networkFailure } from '../networkFailure.js';

/** What came of asking an address: a status, or why there was none. */
export type Reached = { readonly status: number } | { readonly failure: string };

export type Reach = (address: string) => Promise<Reached>;

/** Milliseconds that a site is given. */
const timeout = 10_000;

/** Asks an address with GET, as a browser would, without following it to a sign-in page and without reading the page. */
export const reachAddress: Reach = async (address) => {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    const { reason, code } = networkFailure(error, timeout);
    return { failure: code ?? reason };
  }
};
