import { parse } from 'yaml';
import { z } from 'zod';
import { Mistake } from '../../command/mistake.js';

/** One language of the mail: an email template of Dataverse has one. */
export interface Mail {
  readonly languageCode: number;
  /** Language tag for the `lang` attribute, `en`. */
  readonly language: string;
  /** templateid; never changes, or an upgrade would leave the old template behind. */
  readonly id: string;
  readonly description: string;
  readonly subject: string;
  /** What goes into the slots of the layout. */
  readonly texts: Readonly<Record<string, string>>;
}

const line = z.string().regex(/^[^\r\n]+$/, 'must be one line that is not empty');
const mails = z.array(
  z.strictObject({
    languageCode: z.int(),
    language: z.string().regex(/^[a-z]{2}$/),
    id: z.guid().lowercase(),
    description: line,
    subject: line,
    texts: z.record(z.string(), line),
  }),
);

/**
 * Reads solution/templates/invitation.yaml.
 *
 * @throws Mistake that names what is missing or wrong
 */
export function readMails(yaml: string): readonly Mail[] {
  const read = mails.safeParse(parse(yaml));
  if (read.success) return read.data;
  throw new Mistake(`solution/templates/invitation.yaml: ${z.prettifyError(read.error)}`);
}
