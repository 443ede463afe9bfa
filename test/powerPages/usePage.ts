import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { codePlugin } from '../../plugins/code/plugin.js';
import { redeemPlugin } from '../../plugins/redeem/plugin.js';
import { launchBrowser } from '../../scripts/browser/launchBrowser.js';
import type { Row } from '../../scripts/system/webApi.js';
import { redemptionRequest } from '../../solution/schema.js';
import { eventually } from '../browser/eventually.js';
import { openTab, type Tab } from '../browser/openApp.js';
import { startProduct, type Product } from '../service/product/product.js';
import { startSite, type SiteVisitor, type TestSite } from './site/startSite.js';

/** The redemption page at a site in front of Dataverse, in a browser; the service answers when a test says so. */
export interface PageUnderTest {
  readonly site: () => TestSite;
  readonly product: () => Product;
  /** A contact who can sign in. */
  readonly person: (row?: Row) => Promise<SiteVisitor>;
  /** The code of a new single invitation of that contact. */
  readonly invite: (visitor: SiteVisitor) => Promise<string>;
  /** One round of the service over all requests. */
  readonly serviceAnswers: () => Promise<readonly string[]>;
  /** Lets the service answer as soon as the site has written the request. @returns what the page then says */
  readonly answered: (page: Page) => Promise<string>;
  /** The requests of a contact. */
  readonly requestsOf: (visitor: SiteVisitor) => Promise<readonly Row[]>;
  /** Opens an address of the site in a new browser profile, signed in if a visitor is given. It must be clean at the end of the test. */
  readonly open: (path: string, visitor?: SiteVisitor, options?: BrowserContextOptions) => Promise<Tab>;
}

/** Starts it all before the first test of the file and ends it after the last one. */
export function usePage(): PageUnderTest {
  let browser: Browser;
  let product: Product;
  let site: TestSite;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
    site = await startSite(product.admin);
  });
  afterEach(async () => {
    const open = tabs.splice(0);
    await Promise.all(open.map((tab) => tab.close()));
    for (const tab of open) tab.expectClean();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await product.close();
  });

  const serviceAnswers = (): Promise<readonly string[]> => product.run(redeemPlugin);
  return {
    site: () => site,
    product: () => product,
    async person(row = {}) {
      const id = await product.contact({ firstname: 'Alice', lastname: 'Nguyen', ...row });
      const { fullname } = await product.admin.get(`contacts(${id})?$select=fullname`);
      return { id, fullname: String(fullname) };
    },
    async invite({ id }) {
      const code = randomUUID();
      await product.single(id, { inv_code: code });
      await product.run(codePlugin);
      return code;
    },
    serviceAnswers,
    async answered(page) {
      await eventually(async () => expect((await serviceAnswers()).length).toBeGreaterThan(0));
      await page.locator('.alert-success, .alert-danger').waitFor();
      return (await message(page).textContent()) ?? '';
    },
    requestsOf: ({ id }) =>
      product.admin.rows(
        `${redemptionRequest.set}?$select=inv_code,inv_outcome,inv_name,statecode&$filter=_inv_contactid_value eq ${id}`,
      ),
    async open(path, visitor, options) {
      if (visitor === undefined) {
        const tab = await openTab(browser, site.url + path, options);
        tabs.push(tab);
        return tab;
      }
      site.signIn(visitor);
      const tab = await openTab(browser, `${site.url}/en-US/SignIn?returnUrl=%2F`, options);
      tabs.push(tab);
      await tab.page.goto(site.url + path);
      return tab;
    },
  };
}

/** The message that the page shows. */
export const message = (page: Page) => page.locator('[data-part="message"]');
/** The text of the button, in English. */
export const redeemButton = (page: Page, name = 'Redeem invitation') => page.getByRole('button', { name });

/** The page with a code that the link brings, and without one. */
export const typed = '/en-US/invitation';
export const link = (code: string, more = ''): string =>
  `${typed}?invitation=${encodeURIComponent(code)}${more}`;
