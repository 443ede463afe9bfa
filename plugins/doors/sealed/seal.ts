import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

/** Keeps data where others can hold it but neither read nor change it: in cookies. */
export interface Seal {
  /**
   * @param purpose what it is for: what was sealed for one purpose does not open for another
   * @param seconds how long it can be opened
   */
  seal(purpose: string, data: object, seconds: number): Promise<string>;
  /** @returns undefined when it was not sealed by us for this purpose, or too long ago */
  open<T extends object>(purpose: string, sealed: string | undefined): Promise<T | undefined>;
}

/** Who seals. */
export interface SealConfig {
  /** At least one: the first seals, all of them open, so that a secret can be replaced while people are on their way. */
  readonly secrets: readonly string[];
  /** Address of the site: what one has sealed does not open at another, though somebody gave both the same secret. */
  readonly url: string;
}

/**
 * Seals as encrypted JSON Web Tokens (RFC 7516, `dir` with A256GCM), so that every instance opens what another sealed.
 *
 * @param now the service's clock
 */
export function createSeal({ secrets, url }: SealConfig, now: () => Date): Seal {
  const keys = secrets.map(
    (secret) => new Uint8Array(hkdfSync('sha256', secret, new URL(url).origin, 'invitations: sealed', 32)),
  );
  const [first] = keys;
  if (first === undefined) throw new Error('a seal needs a secret');
  return {
    seal(purpose, data, seconds) {
      const second = Math.floor(now().getTime() / 1000);
      return new EncryptJWT({ data })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setIssuedAt(second)
        .setExpirationTime(second + seconds)
        .encrypt(first);
    },

    async open<T extends object>(purpose: string, sealed: string | undefined): Promise<T | undefined> {
      if (sealed === undefined) return undefined;
      for (const key of keys) {
        const opened = await jwtDecrypt<{ data: T }>(sealed, key, {
          audience: purpose,
          currentDate: now(),
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        }).catch(() => undefined);
        if (opened) return opened.payload.data;
      }
      return undefined;
    },
  };
}
