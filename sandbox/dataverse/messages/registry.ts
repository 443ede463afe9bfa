import { errors } from '../errors.js';
import type { Table } from '../metadata/model.js';
import { executeWorkflow } from './executeWorkflow.js';
import { initializeFrom } from './initializeFrom.js';
import { instantiateTemplate } from './instantiateTemplate.js';
import type { Binding, Message } from './message.js';
import { multipleMessages } from './multiple.js';
import { notEmulatedNames } from './notEmulated.js';
import { optionValueMessages } from './optionValues.js';
import { publishMessages } from './publish.js';
import { retrieveCurrentOrganization } from './retrieveCurrentOrganization.js';
import { retrievePrincipalAccess } from './retrievePrincipalAccess.js';
import { retrieveProvisionedLanguages } from './retrieveProvisionedLanguages.js';
import { retrieveTotalRecordCount } from './retrieveTotalRecordCount.js';
import { retrieveUserPrivileges } from './retrieveUserPrivileges.js';
import { retrieveVersion } from './retrieveVersion.js';
import { sendEmail } from './sendEmail.js';
import { stateValueMessages } from './stateValues.js';
import { whoAmI } from './whoAmI.js';

export type { Message, MessageCall } from './message.js';

/** Every message the sandbox answers. */
export const messages: readonly Message[] = [
  executeWorkflow,
  initializeFrom,
  instantiateTemplate,
  ...multipleMessages,
  ...optionValueMessages,
  ...publishMessages,
  retrieveCurrentOrganization,
  retrievePrincipalAccess,
  retrieveProvisionedLanguages,
  retrieveTotalRecordCount,
  retrieveUserPrivileges,
  retrieveVersion,
  sendEmail,
  ...stateValueMessages,
  whoAmI,
];

/**
 * The message that a URL's last segment names; undefined when Dataverse has none of this name there.
 *
 * @param name case-sensitive, without `Microsoft.Dynamics.CRM.`
 * @param boundTo the table of the segment before; undefined for an unbound message
 * @param collection bound to the whole set instead of to one row
 * @throws DataverseError 501 for a message that Dataverse has and the sandbox has not
 */
export function findMessage(name: string, boundTo?: Table, collection = false): Message | undefined {
  const found = messages.find(
    (message) => message.name === name && isBound(message.binding, boundTo, collection),
  );
  if (found === undefined && notEmulatedNames.has(name)) throw errors.notEmulated(`the message ${name}`);
  return found;
}

function isBound(binding: Binding, boundTo: Table | undefined, collection: boolean): boolean {
  if (boundTo === undefined) return binding.to === 'nothing';
  if (binding.to !== (collection ? 'collection' : 'row')) return false;
  return binding.tables?.includes(boundTo.logicalName) ?? true;
}
