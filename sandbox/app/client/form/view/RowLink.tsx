import type { LookupRow } from '../../host/host.js';
import { hasPage } from '../../page/hasPage.js';
import { PageLink } from '../../page/PageLink.js';
import { useFormSurface } from './formSurface.js';

interface RowLinkProps {
  readonly row: LookupRow;
  readonly class: string;
  readonly text: string;
}

/** The name of a row that leads to it: to its page, or from a dialog to another dialog; only a name where it has no form. */
export function RowLink({ row, class: className, text }: RowLinkProps) {
  const { host, openRow } = useFormSurface();
  if (!hasPage(host, row.table))
    return (
      <span class={className} title={text}>
        {text}
      </span>
    );
  if (openRow !== undefined)
    return (
      <button
        type="button"
        class={`link ${className}`}
        title={text}
        onClick={() => {
          openRow(row);
        }}
      >
        {text}
      </button>
    );
  return (
    <PageLink
      host={host}
      page={{ pageType: 'entityrecord', table: row.table, id: row.id }}
      class={`link ${className}`}
      title={text}
    >
      {text}
    </PageLink>
  );
}
