import { catalogue, type ErrorCode } from './catalogue.js';

type Fill = string | number;

/** The names between single braces of a message; `{{link}}` is literal text. */
type Placeholder<Text extends string> = Text extends `${infer Before}{{${string}}}${infer After}`
  ? Placeholder<Before> | Placeholder<After>
  : Text extends `${string}{${infer Name}}${infer After}`
    ? Name | Placeholder<After>
    : never;

/** What the message of a code needs to know. Never a secret, an invitation code or a mail address. */
export type ErrorDetails<Code extends ErrorCode> = Readonly<
  Record<Placeholder<(typeof catalogue)[Code]>, Fill>
>;

/** The details of a code, or nothing where its message needs none. */
type DetailsArgument<Code extends ErrorCode> =
  Placeholder<(typeof catalogue)[Code]> extends never
    ? [details?: Readonly<Record<string, never>>, options?: ErrorOptions]
    : [details: ErrorDetails<Code>, options?: ErrorOptions];

/** The one kind of error the service throws on purpose: a code of the catalogue, its sentence, and what caused it. */
export class InvitationError extends Error {
  override readonly name = 'InvitationError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, Fill>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, Fill>>, options?: ErrorOptions) {
    super(fillIn(catalogue[code], details), options);
    this.code = code;
    this.details = details;
  }
}

/**
 * Makes the error of a code.
 * @example throw invitationError('INV_TEMPLATE_MISSING', { title: settings.templateTitle })
 */
export function invitationError<Code extends ErrorCode>(
  code: Code,
  ...[details, options]: DetailsArgument<Code>
): InvitationError {
  return new InvitationError(code, details ?? {}, options);
}

/** True when `error` is one of ours, of the given code if one is given. */
export function isInvitationError(error: unknown, code?: ErrorCode): error is InvitationError {
  return error instanceof InvitationError && (code === undefined || error.code === code);
}

/** A detail that is a sentence itself brings its own full stop. */
const fillIn = (text: string, details: Readonly<Record<string, Fill>>): string =>
  text.replace(/(?<!\{)\{(\w+)\}(?!\})(\.?)/g, (whole, name: string, stop: string) => {
    const detail = details[name];
    if (detail === undefined) return whole;
    return stop === '' ? String(detail) : `${String(detail).replace(/\.$/, '')}${stop}`;
  });
