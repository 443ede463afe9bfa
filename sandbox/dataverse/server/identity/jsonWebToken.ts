import { createHmac, timingSafeEqual } from 'node:crypto';

/** Writes a JSON Web Token signed with HMAC SHA-256 (RFC 7519, HS256). */
export function writeToken(claims: object, key: Buffer): string {
  const signed = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
  return `${signed}.${sign(signed, key).toString('base64url')}`;
}

/** The claims of a token signed with `key`; undefined when it is malformed or the signature is wrong. */
export function readToken(token: string, key: Buffer): unknown {
  const [head = '', claims = '', signature = '', ...more] = token.split('.');
  if (more.length > 0) return undefined;
  const expected = sign(`${head}.${claims}`, key);
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? readJsonPart(claims)
    : undefined;
}

/** The JSON in one base64url part of a token; undefined when there is none. */
export function readJsonPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function sign(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
