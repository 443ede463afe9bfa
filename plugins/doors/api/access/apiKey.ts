import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiConfig } from '../../config/doorsConfig.js';

/** `inv_`, so that scanners for secrets can find a key that was published, and 256 bits in base64url. */
const form = /^inv_[A-Za-z0-9_-]{43}$/;

/** A new API key. It is shown once: what is kept is its {@link apiKeyHash}. */
export const newApiKey = (): string => `inv_${randomBytes(32).toString('base64url')}`;

/** Lower-case hexadecimal SHA-256 of a key: what the service is configured with. A key has 256 bits, so that it needs no salt. */
export const apiKeyHash = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');

/** True for what looks like a key, not like a token. */
export const isApiKey = (text: string): boolean => form.test(text);

/**
 * The name of a key, or undefined when there is no such key. All keys are compared, each in the same time: how long it takes tells
 * nothing of how near a guess is.
 */
export function apiKeyName(key: string, keys: ApiConfig['keys']): string | undefined {
  const given = Buffer.from(apiKeyHash(key), 'hex');
  return keys
    .filter(({ sha256 }) => timingSafeEqual(given, Buffer.from(sha256, 'hex')))
    .map(({ name }) => name)
    .at(0);
}
