import { normalizeId } from '../../host/guid.js';
import { dashboardOf } from '../../host/dashboardOf.js';
import type { FormDialogOptions, Host } from '../../host/host.js';
import type { LookupValue } from '../lookupValue.js';
import { onlyOptions } from '../onlyOptions.js';
import { tableOf } from '../../host/tableOf.js';
import { recordPage, savedReference, type SavedReference } from './recordPage.js';

type PageInput =
  | { readonly pageType: 'dashboard'; readonly dashboardId?: string }
  | {
      readonly pageType: 'entitylist';
      readonly entityName: string;
      readonly viewId?: string;
      readonly viewType?: string;
    }
  | {
      readonly pageType: 'entityrecord';
      readonly entityName: string;
      readonly entityId?: string;
      readonly formId?: string;
      readonly createFromEntity?: LookupValue;
      readonly data?: Readonly<Record<string, unknown>>;
    };

type Size = number | { readonly value: number; readonly unit: 'px' | '%' };

interface NavigationOptions {
  /** 1 in the page, 2 in a dialog. */
  readonly target?: 1 | 2;
  readonly width?: Size;
  readonly height?: Size;
  /** 1 centre, 2 side. */
  readonly position?: 1 | 2;
  readonly title?: string;
}

const name = 'Xrm.Navigation.navigateTo';
const recordOptions = ['pageType', 'entityName', 'entityId', 'formId', 'createFromEntity', 'data'];
const navigationOptions = ['target', 'width', 'height', 'position', 'title'];
const inline = 1;
const inDialog = 2;

/**
 * Xrm.Navigation.navigateTo: a list, a dashboard or a row in the page, or a row in a dialog.
 * @returns the row that was created in a dialog; nothing for the rest
 * @throws Error for an unknown table, page type, target or option, and for a list or a dashboard in a dialog
 */
export async function navigateTo(
  host: Host,
  input: PageInput,
  options: NavigationOptions = {},
): Promise<SavedReference | undefined> {
  onlyOptions(name, options, navigationOptions);
  const { target = inline } = options;
  if (target !== inline && target !== inDialog) throw new Error(`${name}: the target must be 1 or 2.`);
  const isDialog = target === inDialog;
  if (input.pageType === 'entitylist') {
    if (isDialog) throw new Error('A list of rows can only be opened inline.');
    await openList(host, input);
    return undefined;
  }
  if (input.pageType === 'dashboard') {
    if (isDialog) throw new Error('A dashboard can only be opened inline.');
    await openDashboard(host, input);
    return undefined;
  }
  if (input.pageType !== 'entityrecord') {
    throw new Error(
      `not emulated: ${name} with pageType ${String((input as { pageType?: unknown }).pageType)}`,
    );
  }
  onlyOptions(name, input, recordOptions);
  const page = await recordPage(host, { ...input, parameters: input.data ?? {} });
  if (!isDialog) {
    await host.navigation.open(page);
    return undefined;
  }
  const row = await host.dialogs.form({ page, ...looksOf(options) });
  return page.id === undefined ? savedReference(row) : undefined;
}

async function openList(host: Host, input: Extract<PageInput, { pageType: 'entitylist' }>): Promise<void> {
  onlyOptions(name, input, ['pageType', 'entityName', 'viewId', 'viewType']);
  if (input.viewType === 'userquery') throw new Error(`not emulated: ${name} with a personal view`);
  const { logicalName: table } = tableOf(host.definition, input.entityName);
  const view = input.viewId === undefined ? {} : { viewId: normalizeId(input.viewId) };
  await host.navigation.open({ pageType: 'entitylist', table, ...view });
}

async function openDashboard(
  host: Host,
  input: Extract<PageInput, { pageType: 'dashboard' }>,
): Promise<void> {
  onlyOptions(name, input, ['pageType', 'dashboardId']);
  const id = input.dashboardId === undefined ? undefined : normalizeId(input.dashboardId);
  const dashboard = dashboardOf(host.definition, id);
  if (dashboard === undefined) throw new Error(`${name}: the app has no dashboard ${id ?? ''}.`);
  await host.navigation.open({ pageType: 'dashboard', id: dashboard.id });
}

function looksOf({ width, height, position, title }: NavigationOptions): Omit<FormDialogOptions, 'page'> {
  return {
    position: position === 2 ? 'side' : 'center',
    ...(title === undefined ? {} : { title }),
    ...(width === undefined ? {} : { width: sizeOf(width) }),
    ...(height === undefined ? {} : { height: sizeOf(height) }),
  };
}

function sizeOf(size: Size): number | string {
  if (typeof size === 'number') return size;
  return size.unit === '%' ? `${size.value}%` : size.value;
}
