import type { FastifyInstance } from 'fastify';
import { invitationError } from '../errors/invitationError.js';

/** Where a server of the service listens. */
export interface Place {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The environment variable that the port comes from. */
  readonly variable: string;
}

/**
 * Lets a server listen.
 *
 * @returns its base address, `http://127.0.0.1:5802`
 * @throws InvitationError INV_PORT_UNAVAILABLE
 */
export async function listen(
  server: Pick<FastifyInstance, 'listen'>,
  { host, port, variable }: Place,
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw invitationError('INV_PORT_UNAVAILABLE', { port, reason, variable }, { cause });
  }
}
