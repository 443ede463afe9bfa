import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { LookupRow } from '../../../host/host.js';
import { useFormSurface } from '../formSurface.js';
import type { FieldInput } from '../field/fieldInput.js';
import { useListbox } from '../../../popup/useListbox.js';
import { LookupResults } from './LookupResults.js';
import { LookupSearchBox } from './LookupSearchBox.js';
import { LookupTag } from './LookupTag.js';
import { useRowSearch } from './useRowSearch.js';

const typingPause = 250;

/** A lookup: the row it points to, or the box to search one with. Party lists, which are only read, hold several. */
export function LookupField({ input }: { readonly input: FieldInput }) {
  const { host } = useFormSurface();
  const { attribute, control } = input;
  const { column } = attribute;
  const selected = (attribute.value.value ?? []) as readonly LookupRow[];
  const dataId = `${input.dataId}-LookupResultsDropdown_${column.logicalName}`;
  const root = useRef<HTMLDivElement>(null);
  const text = useSignal('');
  const search = useRowSearch(host, control.lookup);
  const listbox = useListbox({
    isEditable: true,
    labels: () => search.rows.value.map(({ name }) => name),
    choose: (index) => {
      const row = search.rows.value[index];
      if (row !== undefined) enter(row);
    },
  });
  /** What gets the focus once the next rendering has made it. */
  const nextFocus = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    if (nextFocus.current === undefined) return;
    root.current?.querySelector<HTMLElement>(nextFocus.current)?.focus();
    nextFocus.current = undefined;
  });
  useEffect(() => {
    if (listbox.isOpen.value) search.start(text.value, 0);
    else search.cancel();
  }, [listbox.isOpen.value]);
  useEffect(() => {
    if (search.state.value === 'found') listbox.active.value = text.value === '' ? -1 : 0;
  }, [search.rows.value]);

  function leave(): void {
    listbox.close();
    text.value = '';
  }
  function enter(row: LookupRow): void {
    leave();
    nextFocus.current = '.lookup-tag a, .lookup-tag button';
    attribute.enter([row]);
  }
  function remove(): void {
    nextFocus.current = 'input';
    attribute.enter(null);
  }
  return (
    <div
      class="lookup"
      ref={root}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget))) leave();
      }}
    >
      {selected.length > 0 && (
        <ul class="lookup-tags" data-id={`${dataId}_SelectedRecordList`} aria-labelledby={input.labelId}>
          {selected.map((row) => (
            <LookupTag
              key={row.id}
              row={row}
              dataId={dataId}
              onRemove={input.isEditable ? remove : undefined}
            />
          ))}
        </ul>
      )}
      {selected.length === 0 && (
        <LookupSearchBox
          input={input}
          dataId={dataId}
          listbox={listbox}
          text={text.value}
          onType={(typed) => {
            text.value = typed;
            if (listbox.isOpen.value) search.start(typed, typingPause);
            else listbox.open(-1);
          }}
        />
      )}
      {listbox.isOpen.value && (
        <LookupResults
          anchor={root}
          control={control}
          dataId={dataId}
          listbox={listbox}
          search={search}
          text={text.value}
          onClose={leave}
          onGoElsewhere={() => {
            leave();
            root.current?.querySelector('input')?.focus();
          }}
          onEnter={enter}
        />
      )}
    </div>
  );
}
