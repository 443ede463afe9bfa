import type { AppDefinition } from '../../definition/definition.js';
import type { SubArea } from '../../definition/siteMap/siteMap.js';
import type { TableDefinition } from '../../definition/table/tableDefinition.js';
import type { FormDefinition } from '../../definition/form/formDefinition.js';
import { normalizeId } from './guid.js';
import { writeExtraQuery } from './extraQuery.js';
import { mainForm } from './mainForm.js';
import type { Page } from './host.js';

/** Turns the parameters of `extraqs` into values for a new row. @throws Error naming a parameter that is wrong */
export type ReadValues = (
  table: TableDefinition,
  form: FormDefinition,
  parameters: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** `/main.aspx?appid=…&pagetype=entityrecord&etn=contact&id=…`, as the real app writes it. */
export function addressOf(definition: AppDefinition, page: Page): string {
  const parameters = new URLSearchParams({ appid: definition.app.id, pagetype: page.pageType });
  if (page.pageType !== 'dashboard') parameters.set('etn', page.table);
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') parameters.set(name, value);
  };
  if (page.pageType === 'entitylist') {
    add('viewid', page.viewId);
  } else if (page.pageType === 'dashboard') {
    add('id', page.id);
  } else {
    add('id', page.id);
    add('formid', page.formId);
    add('extraqs', writeExtraQuery(definition.tables[page.table], page.values ?? {}));
  }
  return `/main.aspx?${parameters.toString()}`;
}

/**
 * The page an address speaks of; one that names no page gives the first entry of the site map.
 * @throws Error for a table that the app does not have, and what `readValues` throws
 */
export function readAddress(definition: AppDefinition, address: string, readValues: ReadValues): Page {
  const parameters = new URL(address, 'http://app.invalid').searchParams;
  const pageType = parameters.get('pagetype');
  if (pageType === 'dashboard') return { pageType, ...idOf('id', parameters.get('id')) };
  const name = parameters.get('etn');
  if (pageType === null || name === null) return homePage(definition);
  const table = definition.tables[name];
  if (table === undefined) throw new Error(`The app has no table ${name}.`);
  if (pageType === 'entitylist') {
    return { pageType, table: name, ...idOf('viewId', parameters.get('viewid')) };
  }
  if (pageType !== 'entityrecord') throw new Error(`not emulated: a page of type ${pageType}`);
  const formId = idOf('formId', parameters.get('formid'));
  const extra = parameters.get('extraqs');
  const values =
    extra === null
      ? {}
      : {
          values: readValues(
            table,
            formOf(table, formId.formId),
            Object.fromEntries(new URLSearchParams(extra)),
          ),
        };
  return { pageType, table: name, ...idOf('id', parameters.get('id')), ...formId, ...values };
}

/** The first entry of the site map: what the app opens with. */
export function homePage(definition: AppDefinition): Page {
  const [first] = definition.siteMap.flatMap((area) => area.groups).flatMap((group) => group.subAreas);
  return first === undefined
    ? { pageType: 'entitylist', table: Object.keys(definition.tables)[0] ?? '' }
    : subAreaPage(first);
}

/** Where an entry of the site map leads. */
export function subAreaPage({ table, dashboard }: SubArea): Page {
  return table === undefined ? { pageType: 'dashboard', id: dashboard } : { pageType: 'entitylist', table };
}

/** The main form by its id, else the table's first one. @throws Error when the table has none */
export function formOf(table: TableDefinition, formId: string | undefined): FormDefinition {
  const form = mainForm(table, formId);
  if (form === undefined) throw new Error(`The table ${table.logicalName} has no main form.`);
  return form;
}

function idOf<Name extends string>(name: Name, value: string | null): { readonly [K in Name]?: string } {
  return (value === null || value === '' ? {} : { [name]: normalizeId(value) }) as {
    readonly [K in Name]?: string;
  };
}
