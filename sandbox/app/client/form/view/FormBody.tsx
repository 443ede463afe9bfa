import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { Host, LookupRow } from '../../host/host.js';
import type { FormModel } from '../model/formModel.js';
import { FormSurfaceContext } from './formSurface.js';
import type { FormSurface } from './formSurface.js';
import { AssociatedView } from './related/AssociatedView.js';
import { relatedTables } from './related/relatedTables.js';
import type { RelatedTable } from './related/relatedTables.js';
import { TabPanel } from './tab/TabPanel.js';
import { relatedTabName, tabId, TabStrip } from './tab/TabStrip.js';
import { useFormFocus } from './useFormFocus.js';

interface FormBodyProps {
  readonly host: Host;
  readonly model: FormModel;
  /** What stands above the tabs in their card. */
  readonly header?: ComponentChildren;
  /** Whether rows of other tables that point here can be shown in place of a tab. */
  readonly hasRelated?: boolean;
  /** In a dialog: how rows that a field or the timeline names are opened. A page goes to their page. */
  readonly openRow?: (row: LookupRow) => void;
}

/** The tabs and sections of a form, on a page or in a dialog. */
export function FormBody({ host, model, header, hasRelated = false, openRow }: FormBodyProps) {
  const stripId = useId();
  const root = useRef<HTMLDivElement>(null);
  const shown = useSignal<RelatedTable | undefined>(undefined);
  const surface = useMemo<FormSurface>(() => ({ host, model, openRow }), [host, model]);
  const related = useMemo(
    () => (hasRelated ? relatedTables(host.definition, model.table) : []),
    [hasRelated, model],
  );
  const tabs = model.tabs.filter(({ visible }) => visible.value);
  const selected = tabs.find(({ definition }) => definition.name === model.selectedTab.value) ?? tabs[0];
  const rowId = model.id.value;
  const panelId = `${stripId}-panel`;
  const offersRelated = rowId === undefined ? [] : related;
  const hasTabs = tabs.length > 1 || offersRelated.length > 0;

  const putAwayRelated = () => {
    shown.value = undefined;
  };
  useFormFocus(model, root, putAwayRelated);
  useEffect(putAwayRelated, [model.selectedTab.value]);
  return (
    <FormSurfaceContext.Provider value={surface}>
      <div ref={root} class="form-root" data-id="editFormRoot" aria-busy={model.isLoading.value}>
        {(header !== undefined || hasTabs) && (
          <div class={header === undefined ? 'form-head' : 'card form-head'}>
            {header}
            {hasTabs && (
              <TabStrip
                id={stripId}
                panelId={panelId}
                related={offersRelated}
                shownRelated={shown.value}
                onSelectTab={(name) => {
                  putAwayRelated();
                  model.selectedTab.value = name;
                }}
                onSelectRelated={(chosen) => {
                  shown.value = chosen;
                }}
              />
            )}
          </div>
        )}
        {shown.value !== undefined && rowId !== undefined ? (
          <AssociatedView
            key={shown.value.relationship.schemaName}
            related={shown.value}
            rowId={rowId}
            id={panelId}
            labelledBy={tabId(stripId, relatedTabName)}
          />
        ) : (
          selected !== undefined && (
            <TabPanel
              key={selected.definition.name}
              tab={selected}
              id={panelId}
              labelledBy={hasTabs ? tabId(stripId, selected.definition.name) : undefined}
            />
          )
        )}
      </div>
    </FormSurfaceContext.Provider>
  );
}
