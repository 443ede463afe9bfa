import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Form } from '../choice.js';
import type { Person } from '../person.js';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const handlebars = Handlebars.create();
const layout = handlebars.compile(file('layout.hbs'));
const signIn = handlebars.compile(file('signIn.hbs'));
const message = handlebars.compile(file('message.hbs'));

/** The style sheet of every page. */
export const styleSheet = file('identity.css');

/** What stands on the sign-in page. */
export interface SignInPage {
  /** Name of the provider. */
  readonly name: string;
  /** Id of the client that somebody signs in for. */
  readonly client: string;
  readonly filter: string;
  readonly people: readonly Person[];
  /** Why it did not work, in a sentence. */
  readonly problem?: string;
  /** What the form held. */
  readonly typed?: Form;
}

/** The page where people say who they are. */
export function signInPage({ name, client, filter, people, problem, typed }: SignInPage): string {
  const count = people.length === 1 ? '1 person' : `${people.length} people`;
  const body = signIn({
    client,
    filter,
    people,
    count,
    problem,
    typed,
    checked: typed?.unverified && 'checked',
    open: (typed?.name || typed?.address) && 'open',
  });
  return page(problem === undefined ? `Sign in · ${name}` : `Problem: sign in · ${name}`, name, body);
}

/** Asks whether somebody wants to sign out; `form` is the library's, and the buttons belong to it. */
export function signOutPage(name: string, form: string): string {
  return page(`Sign out · ${name}`, name, message({ heading: 'Sign out?', form }));
}

/** What stands there after signing out, when the client has no page for it. */
export function signedOutPage(name: string): string {
  return page(`Signed out · ${name}`, name, message({ heading: 'You are signed out' }));
}

/** @param problem the library's sentence about a request that cannot be answered */
export function errorPage(name: string, problem: string): string {
  return page(`Problem · ${name}`, name, message({ heading: 'This did not work', problem }));
}

/** Prettier's Handlebars has no word for the document type, so it is put here. */
function page(title: string, name: string, body: string): string {
  return `<!doctype html>\n${layout({ title, name, body })}`;
}
