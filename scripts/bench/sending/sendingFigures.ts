import { ceiling, ceilingUngathered } from '../ceiling.js';
import type { SendingCase } from '../plan.js';
import type { PlainFigures, SendingFigures } from '../result.js';
import { executionPerSecond } from '../system/protectionLimits.js';
import { spentBetween } from '../system/spent.js';
import type { PlainName } from './plainClients.js';
import type { Reading } from './takeReading.js';

/** What two readings say of the time between them. */
export function sendingFigures(one: SendingCase, before: Reading, after: Reading): SendingFigures {
  const { identities, services, operationMilliseconds } = one;
  const milliseconds = after.at - before.at;
  const seconds = milliseconds / 1000;
  const sent = after.sent - before.sent;
  const { requests, operations, refused } = spentBetween(before.spent, after.spent);
  const allowed = identities * executionPerSecond * seconds;
  const plain = (name: PlainName): Partial<Record<PlainName, PlainFigures>> => {
    const figures = plainFigures(name, before, after, seconds);
    return figures ? { [name]: figures } : {};
  };
  return {
    identities,
    services,
    operationMilliseconds,
    ceiling: ceiling(identities, operationMilliseconds),
    ceilingUngathered: ceilingUngathered(identities, operationMilliseconds),
    perSecond: sent / seconds,
    requestsPerInvitation: (requests + refused) / sent,
    operationsPerInvitation: operations / sent,
    refusedShare: refused / (requests + refused),
    executionShare: (operations * operationMilliseconds) / allowed,
    throttledShare: (after.throttledSeconds - before.throttledSeconds) / (seconds * identities),
    sandboxCpu: (after.sandboxCpu - before.sandboxCpu) / milliseconds,
    serviceCpu: (after.servicesCpu - before.servicesCpu) / milliseconds,
    ...plain('sequential'),
    ...plain('allAtOnce'),
  };
}

function plainFigures(
  name: PlainName,
  before: Reading,
  after: Reading,
  seconds: number,
): PlainFigures | undefined {
  const [first, last] = [before.plain?.[name], after.plain?.[name]];
  if (first === undefined || last === undefined) return undefined;
  const [sent, requests] = [last.sent - first.sent, last.requests - first.requests];
  return {
    burst: first.sent,
    perSecond: sent / seconds,
    requestsPerInvitation: sent === 0 ? 0 : requests / sent,
    refusedShare: requests === 0 ? 0 : (last.refused - first.refused) / requests,
  };
}
