import type { Element } from '@xmldom/xmldom';
import { optional } from '../optional.js';
import type { PublisherDefinition, Solution } from '../solution.js';
import { childOf, labelsOf, numberOf, readXml, textOf } from '../xml.js';

/** What a solution says of itself. */
export type Manifest = Pick<
  Solution,
  'uniqueName' | 'version' | 'labels' | 'descriptions' | 'isManaged' | 'publisher'
>;

/** Publisher of whatever names none ("Default publisher": prefix `new`, choice values from 100000000). */
export const defaultPublisher: PublisherDefinition = {
  uniqueName: 'DefaultPublisherSandbox',
  labels: { 1033: 'Default Publisher for Sandbox' },
  descriptions: {},
  prefix: 'new',
  optionValuePrefix: 10_000,
};

/** `Other/Solution.xml`. Throws Error naming the file when it is no manifest with a unique name. */
export function readManifest(file: string): Manifest {
  const manifest = childOf(readXml(file), 'SolutionManifest');
  const uniqueName = textOf(manifest, 'UniqueName');
  if (uniqueName === undefined) throw new Error(`${file}: no SolutionManifest with a UniqueName.`);
  return {
    uniqueName,
    version: textOf(manifest, 'Version') ?? '1.0.0.0',
    labels: labelsOf(manifest, 'LocalizedNames'),
    descriptions: labelsOf(manifest, 'Descriptions'),
    isManaged: textOf(manifest, 'Managed') === '1',
    publisher: readPublisher(childOf(manifest, 'Publisher')),
  };
}

function readPublisher(publisher: Element | undefined): PublisherDefinition {
  const uniqueName = textOf(publisher, 'UniqueName');
  if (uniqueName === undefined) return defaultPublisher;
  return {
    uniqueName,
    labels: labelsOf(publisher, 'LocalizedNames'),
    descriptions: labelsOf(publisher, 'Descriptions'),
    ...optional('prefix', textOf(publisher, 'CustomizationPrefix')),
    ...optional('optionValuePrefix', numberOf(publisher, 'CustomizationOptionValuePrefix')),
  };
}
