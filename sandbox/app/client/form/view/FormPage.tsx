import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { createCommandBar } from '../../commands/createCommandBar.js';
import { CommandBar } from '../../commands/view/CommandBar.js';
import type { Host, Page } from '../../host/host.js';
import type { FormModel } from '../model/formModel.js';
import { FormBody } from './FormBody.js';
import { FormHeader } from './header/FormHeader.js';
import { FormNotifications } from './notification/FormNotifications.js';
import { openPageForm } from '../openForm.js';
import { useReady } from './useReady.js';
import { useSaveKeys } from './useSaveKeys.js';

interface FormPageProps {
  readonly host: Host;
  readonly page: Extract<Page, { pageType: 'entityrecord' }>;
  /** Tells the model, and undefined when the page goes away. */
  readonly onModel: (model: FormModel | undefined) => void;
}

/** The page of a row: commands, notifications, header, tabs. One visit; another visit needs another key. */
export function FormPage({ host, page, onModel }: FormPageProps) {
  const model = useMemo(() => openPageForm(host, page), []);
  if (model === undefined)
    return (
      <div class="page form-page">
        <p class="card empty-message" role="alert">
          {host.text('form.noForm', host.definition.tables[page.table]?.label ?? page.table)}
        </p>
      </div>
    );
  return <OpenFormPage host={host} model={model} onModel={onModel} />;
}

interface OpenFormPageProps {
  readonly host: Host;
  readonly model: FormModel;
  readonly onModel: FormPageProps['onModel'];
}

function OpenFormPage({ host, model, onModel }: OpenFormPageProps) {
  const bar = useMemo(() => createCommandBar(host, { place: 'Form', form: model }), []);
  const isReady = useReady(model);
  useLayoutEffect(() => {
    host.navigation.guard = () => model.mayLeave();
    onModel(model);
    return () => {
      bar.dispose();
      onModel(undefined);
    };
  }, []);
  useSaveKeys(bar, model.table.logicalName);
  useUnloadWarning(model);
  return (
    <div class="page form-page" data-id="entityrecord">
      {model.loadError.value === undefined && (
        <div class="card command-card">
          <CommandBar host={host} bar={bar} />
        </div>
      )}
      <FormNotifications host={host} model={model} />
      <FormContent host={host} model={model} isReady={isReady} />
    </div>
  );
}

function FormContent({
  host,
  model,
  isReady,
}: Omit<OpenFormPageProps, 'onModel'> & { readonly isReady: boolean }) {
  const error = model.loadError.value;
  if (isReady && error === undefined)
    return (
      <FormBody host={host} model={model} header={<FormHeader host={host} model={model} />} hasRelated />
    );
  return (
    <div class="card empty-message">
      <h1 class="visually-hidden">{model.table.label}</h1>
      <p role={error === undefined ? 'status' : 'alert'}>{error ?? host.text('form.loading')}</p>
    </div>
  );
}

/** The browser asks before a window with unsaved changes is closed. */
function useUnloadWarning(model: FormModel): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (model.isDirty.value) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [model]);
}
