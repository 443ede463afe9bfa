import type { FastifyRequest } from 'fastify';
import { isOwnForm, isSameToken } from '../../security/ownForm.js';
import type { Cookies } from './cookies.js';
import type { Journey } from './journey.js';

/** A form that somebody has sent. */
export type Form =
  | { readonly kind: 'own'; readonly journey: Journey; field(name: string): string }
  /**
   *  foreign   from another site, or without the token of the page
   *  expired   the page was open for too long
   *  cookies   the browser keeps no cookies
   */
  | { readonly kind: 'foreign' | 'expired' | 'cookies' };

/** @param url the address of this site */
export async function readForm(request: FastifyRequest, cookies: Cookies, url: string): Promise<Form> {
  if (!isOwnForm(request.headers, url)) return { kind: 'foreign' };
  const journey = await cookies.read(request, 'journey');
  if (journey === undefined) return { kind: cookies.has(request, 'journey') ? 'expired' : 'cookies' };
  const field = (name: string): string => fieldOf(request.body, name);
  return isSameToken(field('token'), journey.csrf) ? { kind: 'own', journey, field } : { kind: 'foreign' };
}

/** The first value of a field; empty when there is none. Also for queries. */
export function fieldOf(fields: unknown, name: string): string {
  if (typeof fields !== 'object' || fields === null) return '';
  const found = Object.entries(fields).find(([key]) => key.toLowerCase() === name)?.[1] as unknown;
  const value = Array.isArray(found) ? (found[0] as unknown) : found;
  return typeof value === 'string' ? value : '';
}
