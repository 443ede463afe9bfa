/** Names of annotations a client can ask for. */
export const annotationNames = {
  formattedValue: 'OData.Community.Display.V1.FormattedValue',
  lookupLogicalName: 'Microsoft.Dynamics.CRM.lookuplogicalname',
  associatedNavigationProperty: 'Microsoft.Dynamics.CRM.associatednavigationproperty',
  totalRecordCount: 'Microsoft.Dynamics.CRM.totalrecordcount',
  totalRecordCountLimitExceeded: 'Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded',
  fetchXmlPagingCookie: 'Microsoft.Dynamics.CRM.fetchxmlpagingcookie',
  moreRecords: 'Microsoft.Dynamics.CRM.morerecords',
} as const;

/** What the Prefer header of a read asks for. */
export interface Preferences {
  /** odata.maxpagesize; at most 5,000. */
  readonly maxPageSize?: number;
  readonly trackChanges: boolean;
  /** Whether any annotation at all was asked for. */
  readonly anyAnnotations: boolean;
  /** Whether an annotation was asked for: by name, by `prefix.*`, or by `*`; a leading `-` takes it back. */
  includes(annotation: string): boolean;
  /** Preferences that were honoured, for the header Preference-Applied. */
  readonly applied: readonly string[];
}

/** Reads the Prefer header ("Compose HTTP requests and handle errors", Prefer headers). Unknown preferences are ignored, as HTTP wants. */
export function readPreferences(headers: Readonly<Record<string, string>>): Preferences {
  const header = headers['prefer'] ?? '';
  const size = /odata\.maxpagesize\s*=\s*"?(\d+)/i.exec(header)?.[1];
  const annotations = /odata\.include-annotations\s*=\s*(?:"([^"]*)"|([^,;\s]*))/i.exec(header);
  const patterns = (annotations?.[1] ?? annotations?.[2] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const trackChanges = /odata\.track-changes/i.test(header);
  return {
    ...(size === undefined || Number(size) < 1 ? {} : { maxPageSize: Math.min(Number(size), 5000) }),
    trackChanges,
    anyAnnotations: patterns.length > 0,
    includes: (annotation) => matches(patterns, annotation),
    applied: [
      ...(patterns.length === 0 ? [] : [`odata.include-annotations="${patterns.join(',')}"`]),
      ...(size === undefined ? [] : [`odata.maxpagesize=${size}`]),
      ...(trackChanges ? ['odata.track-changes'] : []),
    ],
  };
}

function matches(patterns: readonly string[], annotation: string): boolean {
  const name = annotation.toLowerCase();
  const fits = (pattern: string) => {
    const wanted = pattern.toLowerCase();
    return (
      wanted === '*' || wanted === name || (wanted.endsWith('.*') && name.startsWith(wanted.slice(0, -1)))
    );
  };
  const removed = patterns.filter((pattern) => pattern.startsWith('-')).map((pattern) => pattern.slice(1));
  return patterns.some((pattern) => !pattern.startsWith('-') && fits(pattern)) && !removed.some(fits);
}
