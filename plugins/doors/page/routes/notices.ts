import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { PageServer } from '../pageServer.js';
import type { Journey, Notice } from '../visit/journey.js';

/** A number that a person reads out and the log has, too. */
export const newIncident = (): string => randomUUID().slice(0, 8);

/** Sends the person back to the page, where they are told a notice, once, and can try again. */
export async function backWithNotice(
  notice: Notice,
  journey: Journey,
  reply: FastifyReply,
  { cookies }: Pick<PageServer, 'cookies'>,
): Promise<FastifyReply> {
  await cookies.write(reply, 'journey', { ...journey, notice });
  return reply.redirect('/register', 303);
}
