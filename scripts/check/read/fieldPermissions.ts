import type { Element } from '@xmldom/xmldom';
import { text } from '../../solution/xml.js';
import { below, value } from './markup.js';
import type { SourceFiles } from './sourceFiles.js';

/** Where the column security profiles stand. */
export const profilesFile = 'Other/FieldSecurityProfiles.xml';

/** What a profile says of one column. */
export interface FieldPermission {
  readonly profile: string;
  /** `inv_invitation.inv_code`. */
  readonly column: string;
  readonly element: Element;
}

/** What all profiles say. */
export const fieldPermissions = (files: SourceFiles): readonly FieldPermission[] =>
  below(files.get(profilesFile)?.root, 'FieldSecurityProfile').flatMap((profile) =>
    below(profile, 'FieldPermission').map((element) => ({
      profile: value(profile, 'name'),
      column: `${text(element, 'EntityName')}.${text(element, 'AttributeName')}`,
      element,
    })),
  );
