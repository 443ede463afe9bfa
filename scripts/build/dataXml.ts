import { escapeAttribute, escapeText } from '../solution/escapeXml.js';
import { webResourceId, webResourceTypes, type WebResource } from './webResource.js';

/** The name in FileName is cut there, as exports do. */
const longestFileName = 50;

/**
 * The description that lies beside a web resource, `<name>.data.xml`. A script names the string tables it uses as its
 * dependencies: without that `Xrm.Utility.getResourceString` finds nothing.
 */
export function dataXml(resource: WebResource, all: readonly WebResource[]): string {
  const { name, displayName, type } = resource;
  const id = webResourceId(name);
  const libraries =
    type === webResourceTypes.script
      ? all.filter(({ type: other }) => other === webResourceTypes.strings).map(libraryXml)
      : [];
  const dependency =
    libraries.length === 0
      ? '<Dependency componentType="WebResource"/>'
      : `<Dependency componentType="WebResource">${libraries.join('')}</Dependency>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<WebResource xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <WebResourceId>{${id}}</WebResourceId>
  <Name>${name}</Name>
  <DisplayName>${escapeText(displayName)}</DisplayName>
  <WebResourceType>${type}</WebResourceType>
  <IntroducedVersion>0.1.0.0</IntroducedVersion>
  <IsEnabledForMobileClient>0</IsEnabledForMobileClient>
  <IsAvailableForMobileOffline>0</IsAvailableForMobileOffline>
  <DependencyXml>${escapeText(`<Dependencies>${dependency}</Dependencies>`)}</DependencyXml>
  <IsCustomizable>1</IsCustomizable>
  <CanBeDeleted>1</CanBeDeleted>
  <IsHidden>0</IsHidden>
  <FileName>/WebResources/${fileName(name)}${id.toUpperCase()}</FileName>
</WebResource>
`;
}

function libraryXml({ name, displayName, language }: WebResource): string {
  const id = `{${webResourceId(name)}}`;
  return `<Library name="${name}" displayName="${escapeAttribute(displayName)}" languagecode="${language ?? ''}" description="" libraryUniqueId="${id}"/>`;
}

const fileName = (name: string): string => name.replace(/[/.]/g, '').slice(0, longestFileName);
