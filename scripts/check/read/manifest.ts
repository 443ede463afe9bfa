import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf } from '../../../sandbox/dataverse/metadata/xml.js';
import type { SourceFiles } from './sourceFiles.js';
import { manifestFile } from '../../solution/mainFiles.js';

/** The `SolutionManifest` element. */
export const manifestOf = (files: SourceFiles): Element | undefined =>
  childOf(files.get(manifestFile)?.root, 'SolutionManifest');

/** The `RootComponent` elements. */
export const rootComponents = (files: SourceFiles): readonly Element[] =>
  childrenOf(childOf(manifestOf(files), 'RootComponents'), 'RootComponent');
