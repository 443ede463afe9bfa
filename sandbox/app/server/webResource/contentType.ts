/** Media types by web resource type (choice `webresource_webresourcetype`). */
const types: ReadonlyMap<number, string> = new Map([
  [1, 'text/html; charset=utf-8'],
  [2, 'text/css; charset=utf-8'],
  [3, 'text/javascript; charset=utf-8'],
  [4, 'text/xml; charset=utf-8'],
  [5, 'image/png'],
  [6, 'image/jpeg'],
  [7, 'image/gif'],
  [9, 'text/xml; charset=utf-8'],
  [10, 'image/vnd.microsoft.icon'],
  [11, 'image/svg+xml; charset=utf-8'],
  [12, 'text/xml; charset=utf-8'],
]);

/** What a browser is told a web resource is; 8, Silverlight, is nothing to a browser of today. */
export function contentTypeOf(webResourceType: number): string {
  return types.get(webResourceType) ?? 'application/octet-stream';
}
