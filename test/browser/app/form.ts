import type { Locator, Page } from 'playwright-core';
import { form as words } from '../../../sandbox/app/client/strings/form.js';
import { commandBar, type CommandBar } from './commandBar.js';
import { grid, type Grid } from './grid.js';

/** An open form; fields are named by their controls, which are called as their columns. */
export interface Form {
  /** Name of the row, and whether it is saved: `Carla Mendes - Saved`. */
  title(): Promise<string>;
  /** What a field shows: its text, `true` or `false` of a switch, the names in a lookup. */
  value(control: string): Promise<string>;
  /** Types into a field of text, a number or a date; '' empties it. */
  fill(control: string, text: string): Promise<void>;
  /** Chooses an option. */
  choose(control: string, option: string): Promise<void>;
  /** Finds a row by its name and takes it into a lookup, in the place of what was there. */
  pick(control: string, name: string): Promise<void>;
  /** Names of the rows that a lookup offers, before anything is typed. */
  offered(control: string): Promise<readonly string[]>;
  /** Whether the user can change it; false too for one that is not there. */
  isEditable(control: string): Promise<boolean>;
  isVisible(control: string): Promise<boolean>;
  /** What stands under a field: why its value is refused. */
  problem(control: string): Promise<string>;
  /** Goes to a tab. */
  tab(name: string): Promise<void>;
  /** What the form says now, the newest first. */
  notifications(): Promise<readonly string[]>;
  /** Waits until the form says something that has this in it. */
  untilSays(text: string): Promise<void>;
  readonly commands: CommandBar;
  /** Saves and waits until it is done; fails when the form stays unsaved. */
  save(table: string): Promise<void>;
  /** A list on the form, with the bar above it. */
  subgrid(control: string): Subgrid;
  /** Goes to the rows of another table that belong to this one, by their name in the Related menu. */
  related(name: string): Promise<Subgrid>;
}

/** A list that belongs to the form's row, with its bar. */
export interface Subgrid {
  readonly rows: Grid;
  readonly commands: CommandBar;
  readonly root: Locator;
}

/** "- Saved", in whatever language the app is. */
const saved = new RegExp(`^- (${Object.values(words.saved).join('|')})$`);

/** @param surface what holds the form: the page, or a dialog */
export function form(page: Page, surface: Locator = page.locator('body')): Form {
  const root = surface.locator('[data-id="editFormRoot"]').first();
  const field = (control: string): Locator =>
    root.locator(`[data-id="${control}-FieldSectionItemContainer"]`);
  const input = (control: string): Locator =>
    field(control).locator(`:is(input, textarea, button)[data-id*="${control}.fieldControl"]`).first();
  const title = root.locator('[data-id="header_title"]');
  const list = surface.locator('[data-id="notificationList"]');
  const commands = commandBar(page, surface);
  const subgridIn = (place: Locator): Subgrid => ({
    rows: grid(page, place),
    commands: commandBar(page, place),
    root: place,
  });

  return {
    commands,
    title: () => title.innerText(),
    async value(control) {
      await field(control).waitFor();
      return field(control).evaluate((element) => {
        const tags = [...element.querySelectorAll('[data-id$="_selected_tag"]')];
        if (tags.length > 0) return tags.map(({ textContent }) => textContent).join('; ');
        const shown = element.querySelector('[data-id*=".fieldControl"]');
        if (shown?.getAttribute('role') === 'switch') return shown.getAttribute('aria-checked') ?? '';
        if (shown instanceof HTMLInputElement || shown instanceof HTMLTextAreaElement) return shown.value;
        return shown?.textContent ?? '';
      });
    },
    async fill(control, text) {
      await input(control).fill(text);
      await input(control).press('Tab');
    },
    async choose(control, option) {
      await input(control).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async pick(control, name) {
      const remove = field(control).locator('[data-id$="_selected_tag_delete"]');
      if (await remove.isVisible()) await remove.click();
      await input(control).fill(name);
      await page.getByRole('option', { name }).first().click();
      await field(control).locator('[data-id$="_selected_tag"]').waitFor();
    },
    async offered(control) {
      await input(control).click();
      await page.getByRole('option').first().waitFor();
      const names = await page.getByRole('option').allInnerTexts();
      await input(control).press('Escape');
      return names;
    },
    async isEditable(control) {
      const shown = input(control);
      return (await shown.isVisible()) && (await shown.isEditable());
    },
    isVisible: (control) => field(control).isVisible(),
    problem: (control) => field(control).locator(`[data-id="${control}-error-message"]`).innerText(),
    async tab(name) {
      await root.getByRole('tab', { name, exact: true }).click();
    },
    async notifications() {
      const unfold = surface.locator('[data-id="notificationWrapper_expandIcon"][aria-expanded="false"]');
      if (await unfold.isVisible()) await unfold.click();
      return list.getByRole('listitem').allInnerTexts();
    },
    untilSays: (text) =>
      surface
        .locator('[data-id="notificationWrapper"]')
        .getByText(text)
        .first()
        .waitFor({ state: 'attached' }),
    async save(table) {
      await commands.click(`Mscrm.Form.${table}.Save`);
      await root.locator('[data-id="header_saveStatus"]').getByText(saved).waitFor();
    },
    subgrid: (control) => subgridIn(root.locator(`[data-id="dataSetRoot_${control}"]`)),
    async related(name) {
      await root.locator('[data-id="tablist-related"]').click();
      await page.getByRole('menuitem', { name, exact: true }).click();
      return subgridIn(root.getByRole('tabpanel', { name, exact: true }));
    },
  };
}
