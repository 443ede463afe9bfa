import type { Host } from '../../host/host.js';
import { formattedValue } from '../../values/annotations.js';
import type { TimelineItem } from './formModel.js';

type Row = Readonly<Record<string, unknown>>;

/** The newest notes of a row; none for who may not read notes. */
export async function readNotes(host: Host, rowId: string): Promise<readonly TimelineItem[]> {
  if (host.definition.tables['annotation']?.privileges.read === false) return [];
  const columns = 'annotationid,subject,notetext,filename,modifiedon,_ownerid_value';
  const filter = encodeURIComponent(`_objectid_value eq ${rowId}`);
  const { value } = (
    await host.api.send({
      method: 'GET',
      path: `annotations?$select=${columns}&$filter=${filter}&$orderby=modifiedon%20desc&$top=50`,
    })
  ).json() as { readonly value: readonly Row[] };
  const label = host.text('model.note');
  return value.map((row) => ({
    id: String(row['annotationid']),
    table: 'annotation',
    label,
    subject: String(row['subject'] ?? row['filename'] ?? ''),
    description: String(row['notetext'] ?? ''),
    status: '',
    author: formattedValue(row, '_ownerid_value') ?? '',
    modifiedOn: String(row['modifiedon']),
  }));
}
