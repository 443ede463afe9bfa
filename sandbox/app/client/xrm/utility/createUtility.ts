import { bracedId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { failClosed } from '../failClosed.js';
import type { LookupValue } from '../lookupValue.js';
import { gridsOf, type OpenModels } from '../openModels.js';
import { answering } from '../scriptError.js';
import { tableOf } from '../../host/tableOf.js';
import { entityMetadata } from './entityMetadata.js';
import { globalContext } from './globalContext.js';
import { lookupObjects } from './lookupObjects.js';

const retired = {
  alertDialog: 'Xrm.Navigation.openAlertDialog',
  confirmDialog: 'Xrm.Navigation.openConfirmDialog',
  openEntityForm: 'Xrm.Navigation.openForm',
  openQuickCreate: 'Xrm.Navigation.openForm with useQuickCreateForm',
  openWebResource: 'Xrm.Navigation.openWebResource',
  isActivityType: 'Xrm.Utility.getEntityMetadata',
};

/** Xrm.Utility. */
export function createUtility(host: Host, models: OpenModels): object {
  const context = globalContext(host);
  return failClosed(
    'Xrm.Utility',
    {
      getGlobalContext: () => context,
      getPageContext: () => ({ input: pageInput(host, models) }),
      getEntityMetadata: (table: string, attributes?: readonly string[]) =>
        answering(() => entityMetadata(host.definition, table, attributes)),
      getAllowedStatusTransitions: (table: string, state: number) =>
        answering(() => statusesOf(host, table, state)),
      getResourceString: (table: string, key: string) => host.scripts.resourceString(table, key),
      lookupObjects: (options: Parameters<typeof lookupObjects>[1]) =>
        answering(() => lookupObjects(host, options)),
      showProgressIndicator: (message: string) => host.progress.show(message),
      closeProgressIndicator: () => host.progress.close(),
      refreshParentGrid: (row: LookupValue) => {
        for (const grid of gridsOf(models, row.entityType)) void grid.refresh();
      },
    },
    retired,
  );
}

/** Status reasons of a state. Transitions that makers restricted are not part of the app's definition. */
function statusesOf(host: Host, table: string, state: number): readonly number[] {
  const options = tableOf(host.definition, table).columns['statuscode']?.options ?? [];
  return options.filter((option) => option.state === state).map(({ value }) => value);
}

function pageInput(host: Host, models: OpenModels): object {
  const page = host.navigation.page.value;
  if (page.pageType === 'dashboard') {
    return { pageType: page.pageType, ...(page.id === undefined ? {} : { dashboardId: page.id }) };
  }
  if (page.pageType === 'entitylist') {
    const viewId = models.currentGrid()?.view.value.id ?? page.viewId;
    return {
      pageType: page.pageType,
      entityName: page.table,
      ...(viewId === undefined ? {} : { viewId, viewType: 'savedquery' }),
    };
  }
  // The form knows the id of a row that was new when the page was opened.
  const form = models.currentForm();
  const id = form?.id.value ?? page.id;
  const formId = form?.form.id ?? page.formId;
  return {
    pageType: page.pageType,
    entityName: page.table,
    ...(id === undefined ? {} : { entityId: bracedId(id) }),
    ...(formId === undefined ? {} : { formId }),
  };
}
