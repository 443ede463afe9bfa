/** Namespace of the ids that the product derives; plugins/invitation/ids.ts has the same, and a test holds both together. */
const namespace = '9a41489b18404874bdca2e9cff3100b9';

const hex = (bytes: ArrayLike<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Correlation id of one send generation of an invitation (a UUID of version 5, RFC 9562): the service derives the same, so that the command
 * in Dataverse's telemetry, the service's log and its traces can be brought together.
 *
 * @param generation the one that is asked for: that of the invitation plus one
 * @returns undefined where the browser has no Web Cryptography: pages that are not served securely
 */
export async function sendCorrelation(invitationId: string, generation: number): Promise<string | undefined> {
  // The types promise it everywhere; browsers give it to secure contexts only.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return undefined;
  const space = Uint8Array.from({ length: 16 }, (_, index) =>
    parseInt(namespace.slice(index * 2, index * 2 + 2), 16),
  );
  const name = new TextEncoder().encode(`send/${invitationId}/${generation}`.toLowerCase());
  const digest = new Uint8Array(await subtle.digest('SHA-1', new Uint8Array([...space, ...name])));
  const bytes = digest.slice(0, 16).map((byte, index) =>
    // Version 5, and the variant of RFC 9562.
    index === 6 ? (byte & 0x0f) | 0x50 : index === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
