import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../clock.js';
import type { Counters } from '../counters.js';
import { faultRuleShape } from '../faults/faultRule.js';
import type { Faults } from '../faults/faults.js';
import { limitsShape } from '../protection/limits.js';
import type { Protection } from '../protection/protection.js';
import type { Switches } from './switches.js';

/** What the admin endpoint can reach. */
export interface AdminParts {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly protection: Protection;
  readonly counters: Counters;
  readonly switches: Switches;
}

const clockShape = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceSeconds: z.number() }),
]);
const faultsShape = z.strictObject({ rules: z.array(faultRuleShape) });
const protectionShape = limitsShape
  .extend({
    enabled: z.boolean(),
    operationMilliseconds: z.number().nonnegative(),
    dopHint: z.number().int().positive(),
  })
  .partial();
const mailboxShape = z.strictObject({ stuck: z.boolean() });

/**
 * Adds the switches for tests and benchmarks, JSON over HTTP, without authentication: they exist only when asked for.
 * A PUT answers what GET would; a wrong body answers 400 with one sentence for each wrong field.
 *
 * - `GET|PUT /sandbox/admin/clock`       `{now: ISO time}`; PUT also `{advanceSeconds: n}`
 * - `GET|PUT /sandbox/admin/faults`      `{rules: [{method?, url?, body?, skip?, times?, delayBefore?, delayAfter?,
 *                                        user?, failure?: {kind, …}}]}` (faults/faultRule.ts); GET adds `applied` to each.
 *                                        `POST` adds one rule behind the others.
 * - `GET|PUT /sandbox/admin/protection`  `{enabled, windowSeconds, requests, executionMilliseconds, concurrency,
 *                                        retryAfterStepSeconds, operationMilliseconds, dopHint}`; PUT changes those it
 *                                        names
 * - `GET|PUT /sandbox/admin/mailbox`     `{stuck: boolean}`
 * - `GET /sandbox/admin/counters`        `{requests, operations, statuses, methods, callers}` (counters.ts);
 *                                        `DELETE` sets them to zero
 * - `POST /sandbox/admin/reset`          no faults, real time, empty windows and counters, mailbox working. Rows stay.
 */
export function addAdminRoutes(app: FastifyInstance, parts: AdminParts): void {
  const { clock, counters, faults, protection, switches } = parts;
  const root = '/sandbox/admin';
  const clockView = () => ({ now: clock.now().toISOString() });
  const faultsView = () => ({ rules: faults.states().map(({ rule, applied }) => ({ ...rule, applied })) });
  const protectionView = () => ({
    enabled: protection.enabled,
    ...protection.limits,
    operationMilliseconds: protection.operationMilliseconds,
    dopHint: protection.dopHint,
  });
  const mailboxView = () => ({ stuck: switches.mailboxStuck });

  app.get(`${root}/clock`, clockView);
  app.get(`${root}/faults`, faultsView);
  app.get(`${root}/protection`, protectionView);
  app.get(`${root}/mailbox`, mailboxView);
  app.get(`${root}/counters`, () => counters.snapshot());

  app.put(`${root}/clock`, (request, reply) =>
    change(reply, request.body, clockShape, clockView, (wanted) => {
      if ('now' in wanted) clock.set(new Date(wanted.now));
      else clock.advance(wanted.advanceSeconds * 1000);
    }),
  );
  app.put(`${root}/faults`, (request, reply) =>
    change(reply, request.body, faultsShape, faultsView, ({ rules }) => faults.set(rules)),
  );
  app.post(`${root}/faults`, (request, reply) =>
    change(reply, request.body, faultRuleShape, faultsView, (rule) => faults.add(rule)),
  );
  app.put(`${root}/protection`, (request, reply) =>
    change(
      reply,
      request.body,
      protectionShape,
      protectionView,
      ({ enabled, operationMilliseconds, dopHint, ...limits }) => {
        protection.enabled = enabled ?? protection.enabled;
        protection.operationMilliseconds = operationMilliseconds ?? protection.operationMilliseconds;
        protection.dopHint = dopHint ?? protection.dopHint;
        protection.setLimits(limits);
      },
    ),
  );
  app.put(`${root}/mailbox`, (request, reply) =>
    change(reply, request.body, mailboxShape, mailboxView, ({ stuck }) => {
      switches.mailboxStuck = stuck;
    }),
  );
  app.delete(`${root}/counters`, () => {
    counters.reset();
    return counters.snapshot();
  });
  app.post(`${root}/reset`, () => {
    clock.set(new Date());
    faults.clear();
    protection.reset();
    counters.reset();
    switches.mailboxStuck = false;
    return { ...clockView(), ...faultsView() };
  });
}

function change<T>(
  reply: FastifyReply,
  body: unknown,
  shape: z.ZodType<T>,
  view: () => object,
  apply: (wanted: T) => void,
) {
  const wanted = shape.safeParse(readJson(body));
  if (!wanted.success) return reply.code(400).send({ errors: wanted.error.issues.map(sentence) });
  apply(wanted.data);
  return view();
}

function readJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
