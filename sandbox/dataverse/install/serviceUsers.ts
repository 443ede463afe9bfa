import { developmentUsers, type DevelopmentUser } from './wellKnown.js';

/** `service`, `service2`, `service3` …: application users alike, for services that share their work among several. */
export type ServiceUserName = 'service' | `service${number}`;

/** An application user of a service: always with an application. */
export type ServiceUser = DevelopmentUser & { readonly applicationId: string };

/** More than a test needs; the ids have two digits for the number. */
export const mostServiceUsers = 16;

/**
 * The n-th service user, from 1. Its ids are the same in every sandbox, so that other processes can name it.
 *
 * @throws RangeError when there can be no such user
 */
export function serviceUser(n: number): ServiceUser {
  requireNumber(n);
  if (n === 1) return developmentUsers.service;
  const digits = String(n).padStart(2, '0');
  const applicationId = `5e7f1c3a-0000-4000-8000-000000${digits}c11d`;
  return {
    id: `5a5d0000-0000-4000-8000-0000000014${digits}`,
    firstName: '#',
    lastName: `Service ${n}`,
    domainName: `${applicationId}@sandbox.example`,
    applicationId,
  };
}

/** The short name of the n-th service user; its development token is `dev-` and this name. */
export function serviceUserName(n: number): ServiceUserName {
  requireNumber(n);
  return n === 1 ? 'service' : `service${n}`;
}

/** The first `count` service users by short name. @throws RangeError when there cannot be so many */
export function serviceUsers(count: number): ReadonlyMap<ServiceUserName, ServiceUser> {
  requireNumber(count);
  return new Map(
    Array.from({ length: count }, (_, index) => [serviceUserName(index + 1), serviceUser(index + 1)]),
  );
}

function requireNumber(n: number): void {
  if (!Number.isInteger(n) || n < 1 || n > mostServiceUsers)
    throw new RangeError(`a sandbox has 1 to ${mostServiceUsers} service users, not ${n}.`);
}
