/**
 * A failure that a client of the Web API sees: HTTP status, Dataverse error code, message.
 * The codes are those of the SDK's ErrorCodes; the Web API shows them as `{"error":{"code","message"}}`.
 */
export class DataverseError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Extra response headers (Retry-After). */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'DataverseError';
  }
}

/** One function for each failure, so that a code and its sentence are written once. */
export const errors = {
  notFound: (table: string, id: string) =>
    new DataverseError(404, '0x80040217', `Entity '${table}' With Id = ${id} Does Not Exist`),
  notFoundByKey: (table: string) =>
    new DataverseError(
      404,
      '0x80060891',
      `A record with the specified key values does not exist in ${table} entity`,
    ),
  metadataNotFound: (type: string, key: string, value: string) =>
    new DataverseError(
      404,
      '0x80040217',
      `Could not find ${type} with ${key} = '${value}' in the MetadataCache.`,
    ),
  unknownSegment: (segment: string) =>
    new DataverseError(404, '0x8006088a', `Resource not found for the segment '${segment}'.`),
  unknownProperty: (name: string, table: string) =>
    new DataverseError(
      400,
      '0x80060888',
      `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table}'.`,
    ),
  badQuery: (message: string) => new DataverseError(400, '0x80060888', message),
  badPayload: (table: string, message: string) =>
    new DataverseError(
      400,
      '0x80048d19',
      `Error identified in Payload provided by the user for Entity :'${table}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ----> InnerException : Microsoft.OData.ODataException: ${message}`,
    ),
  undeclaredProperty: (name: string, table: string) =>
    new DataverseError(
      400,
      '0x80048d19',
      `Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table}'. ---> Microsoft.OData.ODataException: The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${table}'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
    ),
  undeclaredNavigation: (name: string, table: string): DataverseError =>
    errors.badPayload(
      table,
      `An undeclared property '${name}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
    ),
  unsupportedMediaType: (mediaType: string) =>
    new DataverseError(
      415,
      '0x80060888',
      `A supported MIME type could not be found that matches the content type of the request. None of the supported type(s) 'application/json' matches the content type '${mediaType}'.`,
    ),
  lookupByColumn: () =>
    new DataverseError(
      400,
      '0x80060888',
      'CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.',
    ),
  invalidSegmentAfter: (segment: string, before: string) =>
    new DataverseError(
      400,
      '0x8006088a',
      `The URI segment '${segment}' is invalid after the segment '${before}'.`,
    ),
  invalidArgument: (message: string) => new DataverseError(400, '0x80040203', message),
  keyNotDefined: (set: string) =>
    new DataverseError(
      400,
      '0x80060890',
      `The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${set}'.`,
    ),
  duplicateRecord: () =>
    new DataverseError(412, '0x80040237', 'A record with matching key values already exists.'),
  duplicateLink: () => new DataverseError(412, '0x80040237', 'Cannot insert duplicate key.'),
  keyViolated: (key: string) =>
    new DataverseError(
      412,
      '0x80060892',
      `Entity Key ${key} violated. A record with the same value for ${key} already exists. A duplicate record cannot be created. Select one or more unique values and try again.`,
    ),
  versionMismatch: () =>
    new DataverseError(
      412,
      '0x80060882',
      "The version of the existing record doesn't match the RowVersion property provided.",
    ),
  tooLong: (column: string, maxLength: number) =>
    new DataverseError(
      400,
      '0x80044331',
      `A validation error occurred. The length of the '${column}' attribute of the entity exceeded the maximum allowed length of '${maxLength}'.`,
    ),
  invalidCharacters: (column: string) =>
    new DataverseError(400, '0x80040278', `The field '${column}' contains one or more invalid characters.`),
  intRange: (column: string, value: number, min: number, max: number) =>
    new DataverseError(
      400,
      '0x8004432f',
      `A validation error occurred. The value ${value} of '${column}' is outside the valid range(${min} to ${max}).`,
    ),
  decimalRange: (column: string, value: number, min: number, max: number) =>
    new DataverseError(
      400,
      '0x80044330',
      `A validation error occurred. The value ${value} of '${column}' is outside the valid range(${min} to ${max}).`,
    ),
  choiceRange: (column: string, value: number) =>
    new DataverseError(
      400,
      '0x8004431a',
      `A validation error occurred. The value ${value} of '${column}' is outside the valid range of the choice.`,
    ),
  requiredMissing: (column: string, table: string) =>
    new DataverseError(400, '0x80040200', `Required field '${column}' is missing for entity '${table}'.`),
  stateMismatch: (status: number, state: number, table: string) =>
    new DataverseError(
      400,
      '0x80048408',
      `${status} is not a valid status code for state code ${state} on ${table}.`,
    ),
  readOnlyRow: (table: string, id: string) =>
    new DataverseError(
      400,
      '0x80040203',
      `The ${table} with id ${id} cannot be updated because it is read-only.`,
    ),
  missingPrivilege: (user: string, privilege: string, table: string) =>
    new DataverseError(
      403,
      '0x80040220',
      `Principal user (Id=${user}, type=8) is missing ${privilege} privilege for entity '${table}'`,
    ),
  columnAccessDenied: (user: string, column: string, verb: string) =>
    new DataverseError(
      403,
      '0x8004f508',
      `Caller user with Id ${user} does not have ${verb} permissions to the ${column} secured field.`,
    ),
  accessDenied: (user: string, id: string, right: string) =>
    new DataverseError(
      403,
      '0x80048306',
      `SecLib::AccessCheckEx failed. Principal ${user} does not have ${right} access to ${id}.`,
    ),
  cannotImpersonate: () =>
    new DataverseError(
      403,
      '0x8004a110',
      'The caller does not have the privilege to act on behalf of another user.',
    ),
  notAMember: (user: string) =>
    new DataverseError(403, '0x80072560', `The user ${user} is not a member of the organization.`),
  userDisabled: () => new DataverseError(403, '0x80040225', 'The specified user is disabled.'),
  noRoles: () => new DataverseError(403, '0x80042f09', 'The user has not been assigned any roles.'),
  deleteRestricted: () =>
    new DataverseError(
      405,
      '0x80040227',
      'The record cannot be deleted because it is associated with another record.',
    ),
  methodNotAllowed: (message: string) => new DataverseError(405, '0x80060888', message),
  emailNotSendable: (id: string) =>
    new DataverseError(
      400,
      '0x80040203',
      `The e-mail with Id = ${id} cannot be sent: only outgoing e-mails in status Draft or Failed can.`,
    ),
  emailNoRecipient: () =>
    new DataverseError(
      400,
      '0x80040b04',
      'The e-mail must have at least one recipient before it can be sent.',
    ),
  emailSeveralSenders: () => new DataverseError(400, '0x80040b01', 'The e-mail can have one sender only.'),
  emailNoSender: () =>
    new DataverseError(
      400,
      '0x80040b02',
      'The e-mail must have a sender with an e-mail address before it can be sent.',
    ),
  emailSenderWithoutAddress: () =>
    new DataverseError(400, '0x80040b08', 'The sender of the e-mail is a record without an e-mail address.'),
  emailPartyWithoutAddress: () =>
    new DataverseError(
      400,
      '0x80040b00',
      'A recipient of the e-mail has no e-mail address or cannot be e-mailed.',
    ),
  sendAsUserDenied: () => new DataverseError(403, '0x8004480d', 'User does not have send-as privilege.'),
  sendAsQueueDenied: () =>
    new DataverseError(403, '0x8004480f', 'User does not have send-as privilege for the queue.'),
  workflowNotPublished: () =>
    new DataverseError(400, '0x80045047', 'The process must be activated before it can be run.'),
  workflowNotDefinition: () =>
    new DataverseError(
      400,
      '0x80045046',
      'The process cannot be run: it is not the definition of an on-demand process.',
    ),
  workflowNotOnDemand: () => new DataverseError(400, '0x80045059', 'The process cannot be run on demand.'),
  tooManyConditions: () =>
    new DataverseError(400, '0x8004430c', 'Number of conditions in query exceeded maximum limit.'),
  queryTooComplex: () =>
    new DataverseError(
      400,
      '0x80060888',
      'The query is nested too deeply. Reduce the complexity of the query.',
    ),
  notFilterable: (table: string, column: string) =>
    new DataverseError(
      400,
      '0x80040203',
      `The column '${column}' of '${table}' is kept in file storage and cannot be used in conditions.`,
    ),
  unknownAttribute: (table: string, column: string) =>
    new DataverseError(
      400,
      '0x80041103',
      `'${table}' entity doesn't contain attribute with Name = '${column}' and NameMapping = 'Logical'.`,
    ),
  unknownEntity: (table: string) =>
    new DataverseError(
      400,
      '0x80041102',
      `The entity with a name = '${table}' with namemapping = 'Logical' was not found in the MetadataCache.`,
    ),
  aggregateLimit: () =>
    new DataverseError(
      400,
      '0x8004e023',
      'The maximum record limit is exceeded. Reduce the number of records.',
    ),
  deltaTokenExpired: (version: number) =>
    new DataverseError(
      400,
      '0x80044352',
      `Version stamp ${version} has expired. Please perform a full sync.`,
    ),
  changeTrackingOff: (table: string) =>
    new DataverseError(400, '0x80072491', `Change tracking is not enabled for entity '${table}'.`),
  solutionNotFound: (uniqueName: string) =>
    new DataverseError(404, '0x80040217', `solution With UniqueName = ${uniqueName} Does Not Exist`),
  duplicateAttribute: (name: string) =>
    new DataverseError(400, '0x80047013', `An attribute with the specified name ${name} already exists`),
  /** The text is Dataverse's; its code is not documented for each kind of component. */
  duplicateComponent: (type: string, name: string) =>
    new DataverseError(
      400,
      '0x80040203',
      `The schema name ${name} for type ${type} is not unique. An ${type} with same name already exists.`,
    ),
  systemComponent: (name: string) =>
    new DataverseError(
      400,
      '0x80040203',
      `The component ${name} is the platform's own: it cannot be changed or deleted in this way.`,
    ),
  componentInUse: (name: string) =>
    new DataverseError(
      400,
      '0x8004f01f',
      `The component ${name} cannot be deleted because it is referenced by 1 other components.`,
    ),
  /** The sandbox fails closed: what it does not emulate is refused by name. Not a Dataverse code. */
  notEmulated: (feature: string) =>
    new DataverseError(501, 'SandboxNotEmulated', `The sandbox does not emulate ${feature}.`),
} as const;
