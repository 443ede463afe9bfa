import { waitInWords } from './inWords.js';
import { view, type View } from './view.js';

/** No code yet. */
export const codeView = (missing: boolean): View =>
  view({
    state: 'code',
    icon: 'letter',
    title: 'codeTitle',
    leads: ['codeLead'],
    code: 'shown',
    small: ['codeByLink'],
    ...(missing && { status: 400, notice: { kind: 'codeMissing' } as const }),
  });

/** @param retryAfter seconds */
export const lockedView = (retryAfter: number, locale: string): View =>
  view({
    state: 'locked',
    status: 429,
    icon: 'wait',
    title: 'lockedTitle',
    leads: ['lockedLead'],
    after: ['lockedKept'],
    link: { href: '/register', label: 'tryAgain' },
    values: { wait: waitInWords(retryAfter, locale) },
    retryAfter,
  });

/** The browser keeps no cookies. */
export const cookiesView = (): View =>
  view({
    state: 'cookies',
    status: 403,
    icon: 'warning',
    title: 'cookiesTitle',
    leads: ['cookiesLead'],
    link: { href: '/register', label: 'tryAgain' },
  });

/** A form that is not ours, or too old. @param status 403, or what the server found wrong with the request */
export const formView = (status = 403): View =>
  view({
    state: 'form',
    status,
    icon: 'warning',
    title: 'formTitle',
    leads: ['formLead'],
    link: { href: '/register', label: 'formOpen' },
  });

/** Not ready, or in trouble with Dataverse: it passes. @param retryAfter seconds @param incident number of the log line, if there is one */
export const waitView = (retryAfter: number, locale: string, incident?: string): View =>
  view({
    state: 'wait',
    status: 503,
    icon: 'wait',
    title: 'waitTitle',
    leads: ['waitLead'],
    link: { href: '/register', label: 'waitNow' },
    values: { wait: waitInWords(retryAfter, locale), ...(incident !== undefined && { incident }) },
    ...(incident !== undefined && { small: ['incident'] }),
    retryAfter,
    refreshTo: '/register',
  });

/** Also for a method that an address does not know. */
export const lostView = (status: 404 | 405): View =>
  view({
    state: 'lost',
    status,
    icon: 'warning',
    title: 'lostTitle',
    leads: ['lostLead'],
    link: { href: '/register', label: 'toStart' },
  });

/** A fault in the program. @param incident number of the log line */
export const problemView = (incident: string): View =>
  view({
    state: 'problem',
    status: 500,
    icon: 'warning',
    title: 'problemTitle',
    leads: ['problemLead'],
    link: { href: '/register', label: 'tryAgain' },
    small: ['incident'],
    values: { incident },
  });

/**
 * On the way to a provider whose address was not known when the form was shown: its policy does not let the form lead there
 * (Content Security Policy, `form-action`, which holds for redirects too), so a page of ours does.
 */
export const onwardView = (location: string, provider: string): View =>
  view({
    state: 'onward',
    icon: 'wait',
    title: 'onwardTitle',
    leads: ['onwardLead'],
    link: { href: location, label: 'signInWith' },
    values: { provider },
    refreshTo: location,
  });
