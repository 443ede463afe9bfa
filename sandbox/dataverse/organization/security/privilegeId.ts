import { metadataId } from '../../metadata/metadataId.js';

/** The id of a privilege, the same in every environment as in Dataverse. */
export function privilegeId(name: string): string {
  return metadataId('privilege', name.toLowerCase());
}
