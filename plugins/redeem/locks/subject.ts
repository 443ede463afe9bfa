import { createHash } from 'node:crypto';
import { countedAddress } from './address.js';

/** What an attempt is counted by. */
export interface Asked {
  /** Where it came from, if the door knows; as it came. */
  readonly address: string | undefined;
  /** Hash of the code. */
  readonly code: string;
}

/** An address or a code whose failed attempts are counted. */
export interface Subject {
  readonly kind: 'address' | 'code';
  /** The same in every service of an environment. It tells neither the address nor the code. */
  readonly hash: string;
  /** Failed attempts after which nothing is looked up any more. */
  readonly limit: number;
}

/**
 * Failed attempts in ten minutes that are borne. An address can be a company's, and a code that of a group: both leave room for people
 * who err, and none for guessing 130 bits.
 */
const limits = { address: 100, code: 300 } as const;

/** The subjects of an attempt. @param organizationId of the environment: the rows of one tell nothing about another */
export function subjectsOf({ address, code }: Asked, organizationId: string): readonly Subject[] {
  const subject = (kind: Subject['kind'], value: string): Subject => ({
    kind,
    hash: createHash('sha256').update(`${kind}\n${organizationId}\n${value}`, 'utf8').digest('hex'),
    limit: limits[kind],
  });
  const counted = address === undefined ? '' : countedAddress(address);
  return [...(counted === '' ? [] : [subject('address', counted)]), subject('code', code)];
}
