import Handlebars from 'handlebars';
import { invitationError } from '../errors/invitationError.js';
import type { MailValues } from './mailValues.js';
import { tokensOf } from './tokens.js';

/** Subject (plain text) and body (HTML) of an email template, tokens in them. */
export interface TemplateText {
  readonly subject: string;
  readonly description: string;
}

/** What goes into the email row. */
export interface MailText {
  readonly subject: string;
  readonly description: string;
}

/** A template that has been checked and compiled. */
export interface MailTemplate {
  /** @throws InvitationError when it uses a value outside `{{#if}}` that this invitation does not have */
  render(values: MailValues): MailText;
}

/** Length of the column `email.subject`. */
const longestSubject = 800;

/** An instance of our own: helpers that other code registers cannot reach a template. */
const handlebars = Handlebars.create();

/**
 * Checks a template and compiles it.
 *
 * @param title for the sentences of the errors
 * @throws InvitationError naming what is wrong: a token that does not exist, a part that is empty, no link,
 *   no valid syntax
 */
export function compileTemplate(title: string, text: TemplateText): MailTemplate {
  if (text.subject.trim() === '') throw invitationError('INV_TEMPLATE_EMPTY', { title, part: 'subject' });
  if (text.description.trim() === '') throw invitationError('INV_TEMPLATE_EMPTY', { title, part: 'body' });
  const [subject, body] = [parse(title, text.subject), parse(title, restoreTokens(text.description))];

  const unknown = [...tokensOf(subject).unknown, ...tokensOf(body).unknown];
  if (unknown.length > 0)
    throw invitationError('INV_TEMPLATE_TOKEN_UNKNOWN', { title, tokens: unknown.join(', ') });
  const used = new Set([...tokensOf(subject).used, ...tokensOf(body).used]);
  if (!tokensOf(body).used.has('link')) throw invitationError('INV_TEMPLATE_LINK_MISSING', { title });

  const [writeSubject, writeBody] = [compile(subject), compile(body)];
  return {
    render(values) {
      try {
        return {
          subject: oneLine(writeSubject(values)).slice(0, longestSubject),
          description: writeBody(escaped(values)),
        };
      } catch (error) {
        throw invitationError(
          'INV_TEMPLATE_INVALID',
          { title, reason: missingValue(values, used) },
          { cause: error },
        );
      }
    },
  };
}

function parse(title: string, text: string): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    throw invitationError('INV_TEMPLATE_INVALID', { title, reason: syntaxProblem(error) }, { cause: error });
  }
}

/** Handlebars shows the place, and then the names of everything its grammar would have taken there. */
function syntaxProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, place, found] =
    /^Parse error on line (\d+):\n(.*)\n.*\nExpecting .* got '(\w+)'$/u.exec(message) ?? [];
  if (line === undefined || place === undefined) return message.replace(/\s+/gu, ' ');
  return `${found === 'EOF' ? 'a block is not closed' : 'the braces are not right'} in line ${line}, near ${place}`;
}

/**
 * `strict`: a value that is not there is an error, not a hole in the mail. `noEscape`: values are escaped
 * before they come here, so that `{{{triple}}}` braces are as safe as double ones.
 */
function compile(program: hbs.AST.Program): (values: MailValues) => string {
  return handlebars.compile<MailValues>(program, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { if: true, unless: true, each: false, with: false, lookup: false, log: false },
  });
}

/** HTML editors write the braces of a token in a link as percent escapes. */
function restoreTokens(html: string): string {
  return html.replace(/%7B%7B\s*([\w.]+)\s*%7D%7D/giu, '{{$1}}');
}

function escaped<T>(values: T): T {
  if (typeof values === 'string') return escapeHtml(values) as T;
  if (typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, escaped(value as unknown)]),
  ) as T;
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => htmlEscapes[character] ?? character);

/** A subject becomes a header: line breaks in a name would begin another one. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

function missingValue(values: MailValues, used: ReadonlySet<string>): string {
  const missing = (['inviter', 'account'] as const).filter(
    (thing) => values[thing] === null && [...used].some((token) => token.startsWith(`${thing}.`)),
  );
  return missing
    .map(
      (thing) =>
        `it shows the ${thing} of an invitation that has none; put that part into {{#if ${thing}}}…{{/if}}`,
    )
    .join(', and ');
}
