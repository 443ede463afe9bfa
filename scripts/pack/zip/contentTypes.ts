import { element, type XmlElement } from '../xml/xmlNode.js';

const octets = 'application/octet-stream';

/**
 * `[Content_Types].xml` as SolutionPackager writes it: XML is text by default, and every payload is named that is XML
 * or has no extension.
 *
 * @param payload names of the entries beside the three manifests
 */
export function contentTypes(payload: readonly string[]): XmlElement {
  const extensions = new Set(payload.map(extensionOf).filter((one) => one !== '' && one !== 'xml'));
  return element(
    'Types',
    [
      defaultType('xml', 'text/xml'),
      ...[...extensions].sort().map((extension) => defaultType(extension, octets)),
      ...payload
        .filter((name) => ['', 'xml'].includes(extensionOf(name)))
        .map((name) =>
          element(
            'Override',
            [],
            [
              ['ContentType', octets],
              ['PartName', `/${name}`],
            ],
          ),
        ),
    ],
    [['xmlns', 'http://schemas.openxmlformats.org/package/2006/content-types']],
  );
}

const defaultType = (extension: string, type: string): XmlElement =>
  element(
    'Default',
    [],
    [
      ['ContentType', type],
      ['Extension', extension],
    ],
  );

/** What follows the last dot of an entry's last part, in lower case; empty when there is none. */
const extensionOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
