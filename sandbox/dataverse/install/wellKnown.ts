/**
 * Ids that are the same in every sandbox, so that tests, scripts and other processes can name them without asking.
 * A real environment has ids of its own.
 */

/** The organization, as WhoAmI returns it. */
export const organizationId = '5a5d0000-0000-4000-8000-0000000000a0';

/** The root business unit; every development user belongs to it. */
export const rootBusinessUnitId = '5a5d0000-0000-4000-8000-0000000000b0';

/** The default solution and its publisher: the ids they have in every environment. */
export const defaultSolutionId = 'fd140aaf-4df4-11dd-bd17-0019b9312238';
export const defaultPublisherId = 'd21aab71-79e7-11dd-8874-00188b01e34f';

/** US dollar: the organization's base currency. */
export const baseCurrencyId = '5a5d0000-0000-4000-8000-0000000000c0';

/** LCID of the base language, English (United States). */
export const baseLanguage = 1033;

/** The client id of the application that the application user `service` stands for. */
export const serviceClientId = '5e7f1c3a-0000-4000-8000-00000000c11d';

/** A person or an application with which one can sign in to a sandbox. */
export interface DevelopmentUser {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Also the e-mail address of a person. */
  readonly domainName: string;
  /** Set for an application user: it has no mailbox and cannot send mail as itself. */
  readonly applicationId?: string;
}

/** The development users by short name; `Bearer dev-<name>` signs in as one when development tokens are on. */
export const developmentUsers = {
  admin: {
    id: '5a5d0000-0000-4000-8000-000000000011',
    firstName: 'Ada',
    lastName: 'Admin',
    domainName: 'admin@sandbox.example',
  },
  manager: {
    id: '5a5d0000-0000-4000-8000-000000000012',
    firstName: 'Mia',
    lastName: 'Manager',
    domainName: 'manager@sandbox.example',
  },
  reader: {
    id: '5a5d0000-0000-4000-8000-000000000013',
    firstName: 'Rolf',
    lastName: 'Reader',
    domainName: 'reader@sandbox.example',
  },
  service: {
    id: '5a5d0000-0000-4000-8000-000000000014',
    firstName: '#',
    lastName: 'Service',
    domainName: `${serviceClientId}@sandbox.example`,
    applicationId: serviceClientId,
  },
} as const satisfies Record<string, DevelopmentUser>;

/** `admin`, `manager`, `reader`, `service`. */
export type DevelopmentUserName = keyof typeof developmentUsers;
