import type { Table } from '../../../metadata/model.js';
import type { ExpandItem } from '../../url/parseExpand.js';
import { linkWith } from '../links.js';

/** The link to a row's collection by itself, with the options it was expanded with. */
export function collectionLink(
  baseUrl: string,
  table: Table,
  id: string,
  { navigation, options }: ExpandItem,
): string {
  return linkWith(baseUrl, `${table.setName}(${id})/${navigation}`, options);
}
