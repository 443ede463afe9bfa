import { errors } from '../../errors.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { Table } from '../../metadata/model.js';
import type { SchemaComponents } from '../../metadata/solution.js';
import { changeMetadata } from '../../organization/changeMetadata.js';
import { provisionedLanguages } from '../../organization/provisionedLanguages.js';
import { requireNamedPrivilege } from '../../organization/security/requireNamedPrivilege.js';
import { UniqueViolation } from '../../storage/uniqueViolation.js';
import type { ApiRequest } from '../exchange.js';
import type { OptionRules } from './body/options.js';
import { optionValuePrefixOf } from './solutionHeader.js';

/** One change of the metadata: what it starts from, and how the request's labels and values are read. */
export interface Change {
  readonly request: ApiRequest;
  readonly catalogue: Catalogue;
  /** What was customised before. */
  readonly layer: SchemaComponents;
  readonly rules: OptionRules;
}

/** Where the changes that a request may make differ from what its body says. */
interface ChangeOptions {
  /** Unique name of the solution the component belongs to; from the header when the body does not say. */
  readonly solution?: string | undefined;
  /** Whether labels of other languages stay; from the header when the body does not say. */
  readonly merge?: boolean | undefined;
}

/**
 * Begins a change.
 *
 * @throws DataverseError 403 without the privilege, 404 for an unknown solution
 */
export function beginChange(request: ApiRequest, privilege: string, options: ChangeOptions = {}): Change {
  const { session, headers } = request;
  requireNamedPrivilege(session, privilege);
  const { catalogue } = session.organization;
  return {
    request,
    catalogue,
    layer: catalogue.customizations,
    rules: {
      languages: provisionedLanguages(session.organization),
      merge: options.merge ?? headers['mscrm.mergelabels']?.toLowerCase() === 'true',
      optionValuePrefix: optionValuePrefixOf(
        session,
        options.solution ?? headers['mscrm.solutionuniquename'],
      ),
    },
  };
}

/** Puts the changed layer in force. @throws DataverseError 412 when rows that exist break a new alternate key */
export function commit({ request }: Change, layer: SchemaComponents): void {
  try {
    changeMetadata(request.session.organization, layer);
  } catch (error) {
    if (error instanceof UniqueViolation) throw errors.keyViolated(error.columns.join(', '));
    throw error;
  }
}

/** A table that a request names. @throws DataverseError 404 */
export function tableOf({ catalogue }: Change, logicalName: string): Table {
  const table = catalogue.tables.get(logicalName);
  if (table === undefined) throw errors.metadataNotFound('EntityMetadata', 'LogicalName', logicalName);
  return table;
}
