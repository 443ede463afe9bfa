import type { FastifyReply } from 'fastify';
import type { ApiResponse } from '../webapi/exchange.js';

/** An answer as it goes over the wire. */
export interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As bytes: to a text Fastify would add a charset, which Dataverse does not send. */
  readonly body: Buffer | undefined;
}

/** Writes an answer. @param headers those that every answer of the server has */
export function writeAnswer(response: ApiResponse, headers: Readonly<Record<string, string>>): WrittenAnswer {
  const isJson = typeof response.body === 'object';
  const text = typeof response.body === 'object' ? JSON.stringify(response.body) : response.body;
  return {
    status: response.status,
    headers: {
      ...headers,
      ...(isJson ? { 'content-type': 'application/json; odata.metadata=minimal' } : {}),
      ...response.headers,
    },
    body: text === undefined ? undefined : Buffer.from(text),
  };
}

/** Sends an answer as it should be. */
export function send(reply: FastifyReply, { status, headers, body }: WrittenAnswer): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers })
    .send(body);
}

/** Sends the head and half of the body, waits, and sends the rest. */
export async function sendSlowly(
  reply: FastifyReply,
  answer: WrittenAnswer,
  stall: () => Promise<void>,
): Promise<FastifyReply> {
  const rest = sendHalf(reply, answer);
  await stall();
  if (!reply.raw.destroyed) reply.raw.end(rest);
  return reply;
}

/** Sends the head and half of the body, and ends the connection. */
export function sendTruncated(reply: FastifyReply, answer: WrittenAnswer): FastifyReply {
  sendHalf(reply, answer);
  reply.raw.socket?.destroySoon();
  return reply;
}

/** The head promises all of it, so a client that reads less knows that something is missing. Returns what was not sent. */
function sendHalf(reply: FastifyReply, { status, headers, body }: WrittenAnswer): Buffer | undefined {
  reply.hijack();
  if (body === undefined) return undefined;
  const half = Math.ceil(body.length / 2);
  reply.raw.writeHead(status, { ...headers, 'content-length': body.length });
  reply.raw.write(body.subarray(0, half));
  return body.subarray(half);
}
