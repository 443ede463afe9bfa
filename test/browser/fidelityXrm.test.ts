import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { lookupDialog } from './app/lookupDialog.js';
import { nasty, rows, useHelpdesk } from './helpdesk.js';

jest.setTimeout(60_000);
const helpdesk = useHelpdesk();

const braced = (id: string): string => `{${id.toUpperCase()}}`;

/** @param refusal what the browser writes to its console when the server refuses */
async function openList(refusal?: RegExp): Promise<Page> {
  const tab = await helpdesk.open(listPage('fab_ticket'));
  if (refusal !== undefined) tab.allow(refusal);
  await grid(tab.page).column('fab_name');
  return tab.page;
}

describe('Xrm.WebApi for a script of somebody else', () => {
  it('creates, changes, reads, finds and deletes rows, with quotes and markup in names', async () => {
    const page = await openList(/status of 404/);
    const seen = await page.evaluate(
      async ([name, contact]) => {
        const api = Xrm.WebApi;
        const created = await api.createRecord('fab_ticket', {
          fab_name: name,
          'fab_ContactId@odata.bind': `/contacts(${contact})`,
        });
        const id = created.id as unknown as string;
        await api.updateRecord('fab_ticket', `{${id.toUpperCase()}}`, { fab_hours: 5 });
        const row: unknown = await api.retrieveRecord(
          'fab_ticket',
          id,
          '?$select=fab_name,fab_hours&$expand=fab_ContactId($select=fullname)',
        );
        const literal = encodeURIComponent(name.replace(/'/g, "''"));
        const byFilter = await api.retrieveMultipleRecords(
          'fab_ticket',
          `?$select=fab_name&$filter=fab_name eq '${literal}' and fab_hours eq 5`,
        );
        const text = new DOMParser().parseFromString('<v/>', 'text/xml');
        text.documentElement.setAttribute('value', name);
        const value = new XMLSerializer().serializeToString(text).slice('<v '.length, -'/>'.length);
        const byFetch = await api.retrieveMultipleRecords(
          'fab_ticket',
          `?fetchXml=<fetch><entity name="fab_ticket"><attribute name="fab_name"/><filter><condition attribute="fab_name" operator="eq" ${value}/><condition attribute="fab_hours" operator="eq" value="5"/></filter></entity></fetch>`,
        );
        const page1 = await api.retrieveMultipleRecords(
          'fab_ticket',
          '?$select=fab_name&$orderby=fab_name',
          2,
        );
        const next = (page1 as { nextLink: string }).nextLink;
        const page2 = await api.retrieveMultipleRecords('fab_ticket', next.slice(next.indexOf('?')), 2);
        await api.deleteRecord('fab_ticket', id);
        const gone: unknown = await api.retrieveRecord('fab_ticket', id).then(
          () => 'still there',
          (error: unknown) => error,
        );
        return {
          entityType: created.entityType,
          row,
          found: [byFilter.entities.length, byFetch.entities.length],
          pages: [page1.entities.length, page2.entities.length],
          gone,
        };
      },
      [nasty, rows.contact] as const,
    );
    expect(seen).toMatchObject({
      entityType: 'fab_ticket',
      row: { fab_name: nasty, fab_hours: 5, fab_ContactId: { fullname: `Ann ${nasty}` } },
      found: [1, 1],
      pages: [2, expect.any(Number)],
      gone: { errorCode: 0x80040217, message: expect.stringContaining('Does Not Exist') },
    });
  });

  it('refuses what Dataverse refuses: the wrong case of a navigation property, too many requests, reads in a transaction', async () => {
    const page = await openList(/status of 400/);
    const refused = await page.evaluate(async (contact) => {
      const reason = <T>(promise: PromiseLike<T>) =>
        promise.then(
          () => 'done',
          (error: { message: string }) => error.message,
        );
      class Retrieve {
        entityReference = { entityType: 'contact', id: contact };
        getMetadata() {
          return {
            boundParameter: undefined,
            parameterTypes: {},
            operationType: 2,
            operationName: 'Retrieve',
          };
        }
      }
      const many = Array.from({ length: 1001 }, () => new Retrieve());
      return [
        await reason(
          Xrm.WebApi.createRecord('fab_ticket', {
            fab_name: 'No',
            'fab_contactid@odata.bind': `/contacts(${contact})`,
          }),
        ),
        await reason(Xrm.WebApi.online.executeMultiple(many)),
        await reason(Xrm.WebApi.online.executeMultiple([[new Retrieve()]])),
        await reason(Xrm.WebApi.createRecord('fab_nothing', {})),
      ];
    }, rows.contact);
    expect(refused).toEqual([
      expect.stringContaining('fab_contactid'),
      expect.stringContaining('1000'),
      expect.stringContaining('change set'),
      expect.stringContaining('fab_nothing'),
    ]);
    expect(await helpdesk.admin().rows("fab_tickets?$filter=fab_name eq 'No'")).toEqual([]);
  });
});

describe('Xrm.Navigation for a script of somebody else', () => {
  it('opens a form with values, and shows an error dialog for a parameter that the form does not take', async () => {
    const page = await openList();
    const open = (parameters: Record<string, string>): Promise<string> =>
      page.evaluate(
        async (values) =>
          Xrm.Navigation.openForm({ entityName: 'fab_ticket' }, values).then(
            () => 'opened',
            (error: { message: string }) => error.message,
          ),
        parameters,
      );
    for (const [parameters, name] of [
      [{ fab_nothing: '1' }, 'fab_nothing'],
      [{ fab_hours: 'many' }, 'fab_hours'],
      [{ fab_contactid: 'not a guid' }, 'fab_contactid'],
    ] as const) {
      const outcome = open(parameters as Record<string, string>);
      expect(await dialog(page).text()).toContain(name);
      await dialog(page).ok();
      expect(await outcome).toContain(name);
    }
    await open({
      fab_name: nasty,
      fab_contactid: braced(rows.contact),
      fab_contactidname: nasty,
      fab_priority: '2',
    });
    expect(await form(page).value('fab_name')).toBe(nasty);
    expect(await form(page).value('fab_contactid')).toBe(nasty);
    expect(await form(page).value('fab_priority')).toBe('High');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  it('opens a row in a dialog and a quick-create form, and gives the row that was saved', async () => {
    const page = await openList();
    const created = page.evaluate(() =>
      Xrm.Navigation.openForm({ entityName: 'fab_ticket', useQuickCreateForm: true }, { fab_name: 'Quick' }),
    );
    await page.locator('[data-id="quickCreateSaveAndCloseBtn"]').click();
    const { savedEntityReference } = (await created) as unknown as {
      savedEntityReference: { id: string; name: string; entityType: string }[];
    };
    expect(savedEntityReference).toEqual([
      { id: expect.stringMatching(/^\{[\dA-F-]{36}\}$/), name: 'Quick', entityType: 'fab_ticket' },
    ]);
    const inDialog = page.evaluate(
      (id) =>
        Xrm.Navigation.navigateTo(
          { pageType: 'entityrecord', entityName: 'fab_ticket', entityId: id },
          { target: 2, position: 1, width: { value: 60, unit: '%' }, title: '<b>In a dialog</b>' },
        ).then((result: unknown) => result ?? 'nothing'),
      rows.ticket,
    );
    const shown = page.locator('[data-id="formDialog"]');
    expect(await shown.getByRole('heading').first().innerText()).toBe('<b>In a dialog</b>');
    await page.keyboard.press('Escape');
    expect(await inDialog).toBe('nothing');
  });

  it('shows names with markup as text in every dialog and notification, and replaces the text of the progress', async () => {
    const page = await openList();
    const confirmed = page.evaluate(
      (text) =>
        Xrm.Navigation.openConfirmDialog({ text, title: text, subtitle: text, confirmButtonLabel: text }),
      nasty,
    );
    expect(await dialog(page).text()).toContain(nasty);
    await page.keyboard.press('Escape');
    expect(await confirmed).toEqual({ confirmed: false });
    await page.evaluate((message) => {
      void Xrm.App.addGlobalNotification({ type: 2, level: 2, message, showCloseButton: true });
      Xrm.Utility.showProgressIndicator('First');
      Xrm.Utility.showProgressIndicator(message);
    }, nasty);
    await page.getByText('First').waitFor({ state: 'detached' });
    expect(await page.getByText(nasty).count()).toBeGreaterThanOrEqual(2);
    await page.evaluate(() => Xrm.Utility.closeProgressIndicator());
    await page.locator('[data-id="globalNotificationList"]').getByText(nasty).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});

describe('Xrm.Utility for a script of somebody else', () => {
  it('lets people pick rows, tells what a table is, and where one is', async () => {
    const page = await openList();
    const picked = page.evaluate(() =>
      Xrm.Utility.lookupObjects({
        entityTypes: ['contact'],
        defaultEntityType: 'contact',
        allowMultiSelect: true,
        filters: [
          {
            entityLogicalName: 'contact',
            filterXml:
              '<filter><condition attribute="lastname" operator="eq" value="O&apos;Brien &lt;&amp;&gt;"/></filter>',
          },
        ],
      } as Xrm.LookupOptions),
    );
    await lookupDialog(page).add("O'Brien <&>");
    expect(await picked).toEqual([
      { id: expect.stringMatching(/^\{[\dA-F-]{36}\}$/), name: "O'Brien <&>", entityType: 'contact' },
    ]);
    const facts = await page.evaluate(async () => {
      const context = Xrm.Utility.getGlobalContext();
      const table = await Xrm.Utility.getEntityMetadata('fab_ticket', ['fab_priority']);
      return {
        url: context.getClientUrl() === window.location.origin,
        user: [context.userSettings.userName, context.userSettings.languageId],
        roles: context.userSettings.roles.get().map(({ name }) => name),
        table: [table.EntitySetName, table.PrimaryIdAttribute, table.PrimaryNameAttribute],
        page: Xrm.Utility.getPageContext().input,
        text: Xrm.Utility.getResourceString('fab_/strings/Nothing', 'nothing') as unknown,
      };
    });
    expect(facts).toMatchObject({
      url: true,
      user: ['Ada Admin', 1033],
      roles: ['System Administrator'],
      table: ['fab_tickets', 'fab_ticketid', 'fab_name'],
      page: { pageType: 'entitylist', entityName: 'fab_ticket' },
      text: null,
    });
  });

  it('throws the name of whatever the host does not have', async () => {
    const page = await openList();
    const thrown = await page.evaluate(() => {
      const message = (run: () => unknown): unknown => {
        try {
          return run();
        } catch (error) {
          return (error as Error).message;
        }
      };
      const xrm = Xrm as unknown as Record<string, Record<string, (argument?: unknown) => unknown>>;
      return [
        message(() => xrm['Page']),
        message(() => xrm['Panel']?.['loadPanel']?.('https://elsewhere.example')),
        message(() => xrm['Navigation']?.['openWebResource']?.('fab_/html/help.htm')),
        message(() => xrm['Device']?.['captureImage']?.()),
        message(() => xrm['Utility']?.['invokeProcessAction']?.()),
        message(() => (xrm['App'] as unknown as { sidePanes: unknown }).sidePanes),
      ];
    });
    expect(thrown).toEqual([
      expect.stringMatching(/^not emulated: Xrm\.Page is deprecated/),
      'not emulated: Xrm.Panel.loadPanel',
      'not emulated: Xrm.Navigation.openWebResource',
      'not emulated: Xrm.Device.captureImage',
      'not emulated: Xrm.Utility.invokeProcessAction',
      'not emulated: Xrm.App.sidePanes',
    ]);
    const refused = await page.evaluate(() => {
      const reason = <T>(promise: PromiseLike<T>) =>
        promise.then(
          () => 'done',
          (error: { message: string }) => error.message,
        );
      const page = { pageType: 'entityrecord', entityName: 'fab_ticket' } as const;
      return Promise.all([
        reason(Xrm.Navigation.navigateTo({ pageType: 'webresource', webresourceName: 'fab_/html/help.htm' })),
        reason(Xrm.Navigation.navigateTo(page, { target: 3 as 2 })),
        reason(Xrm.Navigation.navigateTo(page, { target: 2, tabName: 'x' } as unknown as { target: 2 })),
      ]);
    });
    expect(refused).toEqual([
      expect.stringContaining('not emulated: Xrm.Navigation.navigateTo with pageType webresource'),
      expect.stringContaining('target'),
      expect.stringContaining('tabName'),
    ]);
  });
});

describe('An HTML web resource', () => {
  it('loads its scripts by a relative address, and runs none that stands in the page', async () => {
    const tab = await helpdesk.open();
    tab.allow(
      /policy violated: script-src|violates the following Content Security Policy|Refused to execute inline/,
    );
    await tab.page.goto(`${helpdesk.sandbox().url}/WebResources/fab_/html/help.htm`);
    expect(await tab.page.title()).toBe('Help');
    expect(await tab.page.evaluate(() => typeof (window as unknown as { Fab: object }).Fab)).toBe('object');
  });
});
