import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { catalogue, type ErrorCode } from '../../../plugins/errors/catalogue.js';
import {
  InvitationError,
  invitationError,
  isInvitationError,
} from '../../../plugins/errors/invitationError.js';

/** The codes and sentences as they were published. Whoever changes one changes this file too, knowingly. */
const pinned = JSON.parse(readFileSync(new URL('./messages.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

describe('the catalogue of errors', () => {
  it('has exactly the codes and sentences it was published with', () => {
    expect(catalogue).toEqual(pinned);
  });

  it('has no code that the service does not use', () => {
    const plugins = fileURLToPath(new URL('../../../plugins/', import.meta.url));
    const sources = readdirSync(plugins, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('catalogue.ts'))
      .map((name) => readFileSync(plugins + name, 'utf8'))
      .join('\n');
    expect(Object.keys(catalogue).filter((code) => !new RegExp(`\\b${code}\\b`).test(sources))).toEqual([]);
  });

  it.each(Object.entries(catalogue))('%s is named and written by the rules', (code, message) => {
    expect(code).toMatch(/^INV_[A-Z]+(_[A-Z]+)*$/);
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(/\{(?:code|secret|token|email|address)\}/);
  });
});

describe('an error of the service', () => {
  it('fills its sentence from the details and keeps code, details and cause', () => {
    const cause = new Error('below');
    const error = invitationError('INV_TEMPLATE_MISSING', { title: 'Welcome' }, { cause });
    expect(error).toBeInstanceOf(InvitationError);
    expect(error).toMatchObject({ code: 'INV_TEMPLATE_MISSING', details: { title: 'Welcome' }, cause });
    expect(error.message).toMatch(/^There is no email template with the title "Welcome"\./);
  });

  it('leaves the tokens of a template as they are', () => {
    const error = invitationError('INV_TEMPLATE_LINK_MISSING', { title: 'Welcome' });
    expect(error.message).toBe(
      'The email template "Welcome" does not contain {{link}}, so nobody could follow the invitation. Put {{link}} into it.',
    );
  });

  it.each(['too long', 'too long.'])('ends in one full stop when the reason is %j', (reason) => {
    const { message } = invitationError('INV_SEND_REFUSED', { invitation: 'i', reason });
    expect(message).toBe('Dataverse refused the mail of invitation i: too long.');
  });

  it('does not read placeholders into what it is given', () => {
    const error = invitationError('INV_DATAVERSE_FAULT', { operation: 'reading {reason}', reason: 'x' });
    expect(error.message).toMatch(/^Dataverse failed at reading \{reason\}: x\./);
  });

  it('is told from other errors, and by its code', () => {
    const error: unknown = invitationError('INV_CODE_INVALID');
    const isCode = (code?: ErrorCode) => isInvitationError(error, code);
    expect([isCode(), isCode('INV_CODE_INVALID'), isCode('INV_TEMPLATE_EMPTY')]).toEqual([true, true, false]);
    expect(isInvitationError(new Error('other'))).toBe(false);
  });
});
