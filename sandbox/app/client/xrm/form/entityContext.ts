import type { FormModel, Handler, SaveMode } from '../../form/model/formModel.js';
import { SaveError } from '../../form/model/saveError.js';
import { isValid } from '../../form/model/validation.js';
import { bracedId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { lookupValue } from '../lookupValue.js';
import { attributeCollection } from './collections.js';
import type { FormContexts } from './formContexts.js';
import { whileVisited } from '../whileVisited.js';

/** `formContext.data.entity`: the row. A new row has no id: ''. */
export function entityContext(contexts: FormContexts): object {
  const { host, model } = contexts;
  const { save, postSave } = model.handlers;
  const id = () => (model.id.value === undefined ? '' : bracedId(model.id.value));
  const name = () => primaryValue(model);
  return whileVisited(model.visit, 'formContext.data.entity', {
    getId: id,
    getEntityName: () => model.table.logicalName,
    getEntityReference: () =>
      model.id.value === undefined
        ? { id: '', name: name(), entityType: model.table.logicalName }
        : lookupValue({ id: model.id.value, name: name(), table: model.table.logicalName }),
    getPrimaryAttributeValue: name,
    getIsDirty: () => model.isDirty.value,
    isValid: () => isValid(model),
    attributes: attributeCollection(contexts),
    addOnSave: (handler: Handler) => void save.add(handler),
    removeOnSave: (handler: Handler) => void save.delete(handler),
    addOnPostSave: (handler: Handler) => void postSave.add(handler),
    removeOnPostSave: (handler: Handler) => void postSave.delete(handler),
    save: (mode?: 'saveandclose' | 'saveandnew') => void saveAnd(host, model, mode).catch(onlySaveErrors),
  });
}

/** As it stands on the form, saved or not. */
function primaryValue({ table, attributes, title }: FormModel): string {
  const value = attributes.get(table.primaryName ?? '')?.value.value ?? title.value;
  return typeof value === 'string' ? value : '';
}

const modes: Readonly<Record<string, SaveMode>> = { saveandclose: 2, saveandnew: 59 };

async function saveAnd(host: Host, model: FormModel, mode: string | undefined): Promise<void> {
  await model.save({ mode: modes[mode ?? ''] ?? 1 });
  if (mode === 'saveandclose') await model.close();
  if (mode === 'saveandnew') {
    await host.navigation.open({
      pageType: 'entityrecord',
      table: model.table.logicalName,
      formId: model.form.id,
    });
  }
}

/** The user has been told why it was not saved; the function itself gives scripts nothing. */
function onlySaveErrors(error: unknown): void {
  if (!(error instanceof SaveError)) throw error;
}
