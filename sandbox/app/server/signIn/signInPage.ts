import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Person } from './people.js';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const template = Handlebars.compile(file('signIn.hbs'));

/** Besides Fluent's values of tokens.css. */
export const signInStyleSheet = file('signIn.css');

/** What stands on the page. */
export interface SignInPage {
  readonly people: readonly Person[];
  /** Where to go then: a path of this server. */
  readonly returnTo: string;
  /** Why it did not work, in a sentence. */
  readonly problem?: string;
}

/** The page as HTML; it has no script. */
export function signInPage(shown: SignInPage): string {
  return `<!doctype html>\n${template(shown)}`;
}
