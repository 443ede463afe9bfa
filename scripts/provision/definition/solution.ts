import type { Element } from '@xmldom/xmldom';
import { child, text } from '../../solution/xml.js';
import type { PublisherSource, SolutionRow } from './wanted.js';
import { textIn } from './label.js';

/** The solution, from Other/Solution.xml. Its names are in the language that the manifest was written in. */
export function readSolutionRow(root: Element): SolutionRow {
  const manifest = child(root, 'SolutionManifest');
  const language = languageOf(root);
  return {
    uniqueName: text(manifest, 'UniqueName'),
    friendlyName: textIn(manifest, 'LocalizedNames', 'LocalizedName', language),
    description: textIn(manifest, 'Descriptions', 'Description', language),
  };
}

/** The solution's publisher, from Other/Solution.xml. */
export function readPublisher(root: Element): PublisherSource {
  const publisher = child(root, 'SolutionManifest', 'Publisher');
  const language = languageOf(root);
  return {
    uniqueName: text(publisher, 'UniqueName'),
    friendlyName: textIn(publisher, 'LocalizedNames', 'LocalizedName', language),
    description: textIn(publisher, 'Descriptions', 'Description', language),
    prefix: text(publisher, 'CustomizationPrefix'),
    optionValuePrefix: Number(text(publisher, 'CustomizationOptionValuePrefix')),
  };
}

const languageOf = (root: Element): string => root.getAttribute('languagecode') ?? '1033';
