const hosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for an http address of this very machine, where nobody listens in between. */
export function isOnLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && hosts.test(hostname);
}
