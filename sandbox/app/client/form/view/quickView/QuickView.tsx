import type { ComponentChild } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import type { ControlModel, FormModel, QuickViewModel, SectionModel } from '../../model/formModel.js';
import { FormSurfaceContext, dataName, useFormSurface, type FormSurface } from '../formSurface.js';

interface QuickViewProps {
  readonly control: ControlModel;
  readonly quickView: QuickViewModel;
  readonly showLabel: boolean;
  readonly drawSection: (section: SectionModel) => ComponentChild;
}

/** What a quick view form shows of the row that a lookup points to; nothing while the lookup is empty, as the real app. */
export function QuickView({ control, quickView, showLabel, drawSection }: QuickViewProps) {
  const surface = useFormSurface();
  const headingId = useId();
  const model = quickView.form.value;
  return (
    <div
      role="group"
      class="quick-view"
      data-id={`quickview_${dataName(surface, control.id)}`}
      data-control-name={control.id}
      aria-labelledby={showLabel ? headingId : undefined}
      aria-label={showLabel ? undefined : control.label.value}
      aria-busy={model !== undefined && !quickView.isLoaded.value && model.loadError.value === undefined}
    >
      {showLabel && (
        <h3 id={headingId} class="subgrid-title">
          {control.label.value}
        </h3>
      )}
      {model !== undefined && (
        <QuickViewForm
          key={model.id.value}
          model={model}
          isLoaded={quickView.isLoaded.value}
          name={control.id}
          drawSection={drawSection}
        />
      )}
    </div>
  );
}

interface QuickViewFormProps extends Pick<QuickViewProps, 'drawSection'> {
  readonly model: FormModel;
  readonly isLoaded: boolean;
  readonly name: string;
}

function QuickViewForm({ model, isLoaded, name, drawSection }: QuickViewFormProps) {
  const { host, openRow } = useFormSurface();
  const surface = useMemo<FormSurface>(
    () => ({ host, model, openRow, quickView: name }),
    [host, model, name],
  );
  const error = model.loadError.value;
  if (error !== undefined) return <p class="empty-message">{error}</p>;
  if (!isLoaded) return <p role="status">{host.text('form.loading')}</p>;
  return (
    <FormSurfaceContext.Provider value={surface}>
      {model.tabs
        .filter(({ visible }) => visible.value)
        .flatMap(({ columns }) => columns.flatMap(({ sections }) => sections))
        .map(drawSection)}
    </FormSurfaceContext.Provider>
  );
}
