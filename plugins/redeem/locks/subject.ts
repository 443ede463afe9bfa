import { createHash } from 'node:crypto';
import { countedAddress } from './address.js';

/** What an attempt is counted by. */
export interface Asked {
  /** Where it came from, if the door knows; as it came. */
  readonly address: string | undefined;
  /** Who is signed in, where the door knows: a contact's id or the key of an identity. */
  readonly person?: string | undefined;
  /** Hash of the code. */
  readonly code: string;
}

/** An address, a person or a code whose failed attempts are counted. */
export interface Subject {
  readonly kind: 'address' | 'person' | 'code';
  /** The same in every service of an environment. It tells neither the address nor the code; who knows a person's id can find theirs. */
  readonly hash: string;
  /** Failed attempts after which nothing is looked up any more. */
  readonly limit: number;
}

/**
 * Failed attempts in ten minutes that are borne. An address can be a company's, and a code that of a group: both leave room for people
 * who err, and none for guessing 130 bits. One person errs seldom: whoever has signed in is stopped sooner, also where the door knows no
 * address, and wherever they come from next.
 */
const limits = { address: 100, person: 30, code: 300 } as const;

/** The subjects of an attempt. @param organizationId of the environment: the rows of one tell nothing about another */
export function subjectsOf({ address, person, code }: Asked, organizationId: string): readonly Subject[] {
  const subject = (kind: Subject['kind'], value: string): Subject => ({
    kind,
    hash: createHash('sha256').update(`${kind}\n${organizationId}\n${value}`, 'utf8').digest('hex'),
    limit: limits[kind],
  });
  const counted = address === undefined ? '' : countedAddress(address);
  return [
    ...(counted === '' ? [] : [subject('address', counted)]),
    ...(person === undefined ? [] : [subject('person', person)]),
    subject('code', code),
  ];
}
