import type { Table } from '../../metadata/model.js';
import type { ExpandItem } from '../url/parseExpand.js';

/** `@odata.context` of rows: `…/$metadata#contacts(fullname,parentcustomerid_account(name))`, one row with `/$entity`. */
export function contextUrl(
  baseUrl: string,
  table: Table,
  shape: {
    readonly select?: readonly string[] | 'all';
    readonly expand?: readonly ExpandItem[];
    readonly single?: boolean;
  } = {},
): string {
  const shown = projection(shape.select, shape.expand);
  return `${baseUrl}/$metadata#${table.setName}${shown === '' ? '' : `(${shown})`}${shape.single === true ? '/$entity' : ''}`;
}

function projection(
  select: readonly string[] | 'all' | undefined,
  expand: readonly ExpandItem[] = [],
): string {
  const names = select === undefined || select === 'all' ? [] : select;
  const expanded = expand.map((item) => `${item.navigation}(${projection(item.select, item.expand)})`);
  return [...names, ...expanded].join(',');
}
