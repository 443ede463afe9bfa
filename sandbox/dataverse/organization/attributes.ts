/** A lookup's value: which row of which table. The id is a lower-case GUID. */
export interface Reference {
  readonly table: string;
  readonly id: string;
}

/** One party of an activity: who takes part, and as what. */
export interface Party {
  /** 1 sender, 2 to, 3 cc, 4 bcc, 5 required, 6 optional, 7 organizer, 8 regarding, 9 owner, 10 resource, 11 customer. */
  readonly mask: number;
  /** The row that takes part; absent for an address that belongs to nobody. */
  readonly party?: Reference;
  /** The address to use instead of the party's own. */
  readonly addressUsed?: string;
}

/** What a caller writes into one column. Choices are numbers, several choices `'1,2'`, dates ISO text. */
export type AttributeValue = string | number | boolean | null | Reference | readonly Party[];

/**
 * What a caller writes into a row, by logical name of the column. The parties of an activity, which are rows of
 * their own, travel under `activity_parties` (`partiesAttribute`); on update the list replaces the one before.
 */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The name under which an activity's parties stand among its attributes. No column has this name. */
export const partiesAttribute = 'activity_parties';

/** Tells a lookup's value from the other kinds. */
export function isReference(value: AttributeValue | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'table' in value && 'id' in value;
}

/** Tells a party list from the other kinds. */
export function isPartyList(value: AttributeValue | undefined): value is readonly Party[] {
  return Array.isArray(value);
}
