import type { Page } from 'playwright-core';
import type { Person } from './people.js';

/** Resolves when the redemption page shows a state: `open`, `wrongAccount`, `redeemed` … */
export const untilShows = (page: Page, state: string): Promise<void> =>
  page.locator(`main[data-state="${state}"]`).waitFor();

/** Goes to the identity provider. */
export async function goToSignIn(page: Page): Promise<void> {
  await page.locator('form[action="/sign-in"] button').first().click();
  await page.getByLabel('Address', { exact: true }).waitFor();
}

/** From a page that asks to sign in to the identity provider and back. */
export async function signIn(page: Page, { id }: Pick<Person, 'id'>): Promise<void> {
  await goToSignIn(page);
  await page.locator(`button[name=person][value="${id}"]`).click();
  await page.locator('main[data-state]').waitFor();
}

/** Clicks the one button that sends the form. */
export const send = (page: Page, action: '/redeem' | '/ask' | '/sign-out' | '/register'): Promise<void> =>
  page.locator(`form[action="${action}"] button`).click();

/** Opens a link and signs in. */
export async function openSignedIn(page: Page, link: string, person: Pick<Person, 'id'>): Promise<void> {
  await page.goto(link);
  await signIn(page, person);
}
