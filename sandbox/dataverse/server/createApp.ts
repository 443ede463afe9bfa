import type { Socket } from 'node:net';
import { fastify, type FastifyInstance, type FastifyReply } from 'fastify';
import { DataverseError } from '../errors.js';
import { errorResponse } from '../webapi/errorResponse.js';

/** Largest request body, in bytes: what Dataverse takes (128 MB). */
const bodyLimit = 134_217_728;
/** Longest request head, in bytes: Dataverse takes URLs of 32 KB. */
const headLimit = 65_536;

/**
 * Fastify as a plain carrier: every body arrives as text, and its own errors look like Dataverse's.
 *
 * @param onDefect told of every failure that is the sandbox's own fault
 */
export function createApp(onDefect: (error: unknown) => void): FastifyInstance {
  const app = fastify({
    bodyLimit,
    http: { maxHeaderSize: headLimit },
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: headLimit },
    frameworkErrors: (error, _request, reply) => {
      void refuse(reply, statusOf(error), '0x80060888', error.message);
    },
    clientErrorHandler: ({ code }, socket) => hangUp(socket, code === 'HPE_HEADER_OVERFLOW'),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, 404, '0x8006088a', `Nothing lies at ${request.url}.`),
  );
  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status >= 500) onDefect(error);
    return refuse(reply, status, '0x80040216', error instanceof Error ? error.message : String(error));
  });
  return app;
}

/** What is no HTTP never becomes a request: a bare status, and the connection ends. */
function hangUp(socket: Socket, isHeadTooLong: boolean): void {
  const status = isHeadTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send(errorResponse(new DataverseError(status, code, message), {}).body);
}

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' ? status : 500;
}
