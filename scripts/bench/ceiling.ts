import { executionPerSecond, requestsPerSecond } from './system/protectionLimits.js';

/** Write operations of one invitation: create the mail, SendEmail, update the invitation. */
const operationsOfSend = 3;

/**
 * Invitations a second that service protection allows: the execution time of a second, spent on nothing but the three operations of each. Where
 * transactions travel together, the number of requests is no limit.
 *
 * @param operationMilliseconds how long Dataverse takes for an operation
 */
export function ceiling(identities: number, operationMilliseconds: number): number {
  return (identities * executionPerSecond) / (operationsOfSend * operationMilliseconds);
}

/** The same for a service that makes a request for each invitation: 20 requests a second are a limit too. */
export function ceilingUngathered(identities: number, operationMilliseconds: number): number {
  return Math.min(identities * requestsPerSecond, ceiling(identities, operationMilliseconds));
}

/** How it is computed, for people. */
export const ceilingFormula =
  'ceiling = identities × 4,000 ms of execution a second ÷ (3 operations × operation time); ' +
  'with a request for each invitation at most 20 a second and identity';
