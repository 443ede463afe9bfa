import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../../icons/Icon.js';
import type { Host } from '../../host/host.js';

interface QuickFindProps {
  readonly host: Host;
  /** The text that is searched for. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** The quick find: Enter or the magnifier searches, the cross shows the view again. */
export function QuickFind({ host, text, onSearch }: QuickFindProps) {
  const typed = useSignal(text);
  const input = useRef<HTMLInputElement>(null);
  const label = host.text('grid.quickFind');
  const search = (wanted: string) => {
    typed.value = wanted;
    onSearch(wanted.trim());
  };
  return (
    <form
      class="quick-find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed.value);
      }}
    >
      <button type="submit" class="icon-button" aria-label={host.text('grid.startSearch')}>
        <Icon name="search" />
      </button>
      <input
        ref={input}
        type="text"
        data-id="quickFind-text-editor"
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed.value === '') return;
          event.stopPropagation();
          event.preventDefault();
          search('');
        }}
      />
      {typed.value !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={host.text('grid.clearSearch')}
          onClick={() => {
            search('');
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </form>
  );
}
