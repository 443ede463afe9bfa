/** An application that signs people in with the provider. */
export interface Client {
  readonly id: string;
  /** Left out: a public client. */
  readonly secret?: string;
  /** Where people are sent back to. On this machine any port will do (RFC 8252, 7.3): `http://127.0.0.1/signed-in/sandbox`. */
  readonly redirectUris: readonly string[];
}

const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?(?=\/)/;

/** True when all of its addresses are on this machine. */
export function isLocal({ redirectUris }: Client): boolean {
  return redirectUris.every((uri) => loopback.test(uri));
}

/** Origins that a sign-in ends at, for `form-action`: browsers hold the redirects after a form to it. */
export function redirectSources(clients: readonly Client[]): readonly string[] {
  const sources = clients.flatMap(({ redirectUris }) => redirectUris).map(sourceOf);
  return [...new Set(sources)];
}

function sourceOf(uri: string): string {
  const [local] = loopback.exec(uri) ?? [];
  return local === undefined ? new URL(uri).origin : `${local.replace(/:\d+$/, '')}:*`;
}
