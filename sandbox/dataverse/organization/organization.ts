import type { Clock } from '../clock.js';
import type { Catalogue } from '../metadata/catalogue.js';
import type { Store } from '../storage/store.js';
import type { PrivilegeUse } from './security/privilegeUse.js';

/** One Dataverse organization: what tables there are, their rows, and the time. */
export interface Organization {
  readonly id: string;
  /** Root business unit. */
  readonly businessUnitId: string;
  /** The metadata as it is now. Ask for it anew in every request: a change of the metadata replaces it. */
  readonly catalogue: Catalogue;
  /** Puts other metadata in its place; `changeMetadata` does, with all that belongs to it. */
  replaceCatalogue(next: Catalogue): void;
  readonly store: Store;
  readonly clock: Clock;
  /** LCID of the base language. */
  readonly baseLanguage: number;
  /**
   * What linking two rows answers that are linked already: Dataverse's own answer is not established for certain, so
   * clients must live with both. Refused with 412 0x80040237 unless set.
   */
  readonly duplicateLinks?: 'refuse' | 'ignore';
  /** Where it is remembered what was asked of whom; nowhere when left out. */
  readonly privilegeUse?: PrivilegeUse;
}

/** An organization whose metadata can change while it runs. */
export function createOrganization({
  catalogue,
  ...parts
}: Omit<Organization, 'replaceCatalogue'>): Organization {
  let present = catalogue;
  return {
    ...parts,
    get catalogue() {
      return present;
    },
    replaceCatalogue(next) {
      present = next;
    },
  };
}

/** Who a request acts as. Read from systemuser when the request arrives. */
export interface Caller {
  /** Whose rights apply and who becomes createdby. */
  readonly userId: string;
  readonly businessUnitId: string;
  /** LCID for labels in annotations. */
  readonly language: number;
  /** With impersonation: the user who really called (createdonbehalfby). Rights are those that both have. */
  readonly onBehalfOf?: string;
}

/** One caller at work in one organization; passed to every operation. */
export interface Session {
  readonly organization: Organization;
  readonly caller: Caller;
}
