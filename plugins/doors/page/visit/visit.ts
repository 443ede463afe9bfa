import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../../../redeem/visitor.js';
import { chooseLanguage, type PageLanguage } from '../language/chooseLanguage.js';
import type { Cookies } from './cookies.js';
import type { Journey } from './journey.js';

/** Who asks for a page, as far as their browser keeps it for us. */
export interface Visit extends PageLanguage {
  readonly journey?: Journey;
  readonly visitor?: Visitor;
}

/** Opens the cookies of a request. */
export async function readVisit(request: FastifyRequest, cookies: Cookies): Promise<Visit> {
  const [journey, visitor] = await Promise.all([
    cookies.read(request, 'journey'),
    cookies.read(request, 'visitor'),
  ]);
  return {
    ...chooseLanguage(journey?.language, request.headers['accept-language']),
    ...(journey && { journey }),
    ...(visitor && { visitor }),
  };
}
