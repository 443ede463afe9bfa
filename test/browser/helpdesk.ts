import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser/launchBrowser.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { tokens } from '../../scripts/system/startSystem.js';
import { webApi, type WebApi } from '../../scripts/system/webApi.js';
import { rowPage } from './app/addresses.js';
import { form } from './app/form.js';
import { openApp, type Tab } from './openApp.js';

/** What nobody but an adversary is called. */
export const nasty = `O'Brien <&> "<img src=x onerror=alert(1)>" 🦄 \u05d0\u202e`;

/** Ids of the rows that are there from the beginning: a contact and a ticket with that name, and the ticket's two parts. */
export const rows = {
  contact: randomUUID(),
  ticket: randomUUID(),
  parts: [randomUUID(), randomUUID()],
} as const;

/** What the author's script shows of itself: what it noted, and the form it was given last. */
export interface Author {
  readonly log: readonly (readonly unknown[])[];
  readonly form: () => Xrm.FormContext;
}

/** What the author's script has noted so far. */
export const noted = (page: Page): Promise<Author['log']> =>
  page.evaluate(() => (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket.log);

/** Warnings that the host gives to the author of a ribbon. */
const forAuthors = /console warning: (Not emulated|The command fab\.Undefined)/;

/** A solution of somebody else's, in a sandbox that has nothing else: the app host on its own. */
export interface Helpdesk {
  readonly admin: () => WebApi;
  readonly sandbox: () => Sandbox;
  /** A tab in which the administrator has signed in. It must be clean at the end of the test, and is closed then. */
  readonly open: (path?: string) => Promise<Tab>;
  /** The same for the form of a ticket, or of a new one. */
  readonly openTicket: (id?: string) => Promise<Page>;
}

/** The solution of the tickets, unpacked. */
export const helpdeskSolution = fileURLToPath(new URL('solutions/tickets', import.meta.url));

/** Starts it and a browser before the first test of the file and ends them after the last one. */
export function useHelpdesk(): Helpdesk {
  let sandbox: Sandbox | undefined;
  let browser: Browser | undefined;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([
      startSandbox({ app: true, developmentTokens: true, solutions: [helpdeskSolution] }),
      launchBrowser(),
    ]);
    await fill(webApi(sandbox.url, tokens.admin));
  });
  afterEach(async () => {
    const open = tabs.splice(0);
    await Promise.all(open.map((tab) => tab.close()));
    for (const tab of open) tab.expectClean();
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  const started = () => {
    if (sandbox === undefined || browser === undefined)
      throw new Error('It is started before the first test.');
    return { sandbox, browser };
  };
  const open = async (path = '/'): Promise<Tab> => {
    const tab = await openApp(started().browser, started().sandbox, 'admin', { path });
    tab.allow(forAuthors);
    tabs.push(tab);
    return tab;
  };
  return {
    sandbox: () => started().sandbox,
    admin: () => webApi(started().sandbox.url, tokens.admin),
    open,
    async openTicket(id) {
      const { page } = await open(rowPage('fab_ticket', id));
      await form(page).value('fab_name');
      return page;
    },
  };
}

async function fill(admin: WebApi): Promise<void> {
  await admin.create('contacts', { contactid: rows.contact, firstname: 'Ann', lastname: nasty });
  await admin.create('contacts', { lastname: "O'Brien <&>" });
  await admin.create('fab_tickets', {
    fab_ticketid: rows.ticket,
    fab_name: nasty,
    fab_urgent: true,
    'fab_ContactId@odata.bind': `/contacts(${rows.contact})`,
  });
  for (const [index, id] of rows.parts.entries())
    await admin.create('fab_tickets', {
      fab_ticketid: id,
      fab_name: `Part ${index + 1}`,
      'fab_ParentId@odata.bind': `/fab_tickets(${rows.ticket})`,
    });
}
