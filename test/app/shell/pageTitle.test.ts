import { describe, expect, it } from '@jest/globals';
import { signal } from '@preact/signals-core';
import type { FormModel } from '../../../sandbox/app/client/form/model/formModel.js';
import type { GridModel } from '../../../sandbox/app/client/grid/model/gridModel.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import type { Host, Page } from '../../../sandbox/app/client/host/host.js';
import { createOpenModels } from '../../../sandbox/app/client/shell/openModels.js';
import { pageTitle } from '../../../sandbox/app/client/shell/pageTitle.js';
import { aDefinition } from '../definition.js';

const host = { definition: aDefinition(), text: createText(1036) } as unknown as Host;
const list: Page = { pageType: 'entitylist', table: 'contact' };
const record: Page = { pageType: 'entityrecord', table: 'contact' };
const form = (id: string | undefined, title: string) =>
  ({ id: signal(id), title: signal(title) }) as unknown as FormModel;

describe('The title of a page', () => {
  it('is the view of a list, as soon as there is one', () => {
    const models = createOpenModels();
    expect(pageTitle(host, list, models)).toBe('Contacts');
    models.setGrid({ view: signal({ name: 'My Contacts' }) } as unknown as GridModel);
    expect(pageTitle(host, list, models)).toBe('My Contacts');
  });

  it('is the table and the name of a row', () => {
    const models = createOpenModels();
    expect(pageTitle(host, record, models)).toBe('Contact');
    models.setForm(form('1', 'Nancy Davolio'));
    expect(pageTitle(host, record, models)).toBe('Contact: Nancy Davolio');
    models.setForm(form('1', ''));
    expect(pageTitle(host, record, models)).toBe('Contact');
  });

  it('says that a row is new, in the language of the user', () => {
    const models = createOpenModels();
    models.setForm(form(undefined, ''));
    expect(pageTitle(host, record, models)).toBe('Nouveau : Contact');
  });

  it('is the name of a table that the app does not have', () => {
    expect(pageTitle(host, { pageType: 'entitylist', table: 'invoice' }, createOpenModels())).toBe('invoice');
  });
});
