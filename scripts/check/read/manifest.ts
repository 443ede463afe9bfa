import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../solution/xml.js';
import type { SourceFiles } from './sourceFiles.js';
import { manifestFile } from '../../solution/mainFiles.js';

/** The `SolutionManifest` element. */
export const manifestOf = (files: SourceFiles): Element | undefined =>
  child(files.get(manifestFile)?.root, 'SolutionManifest');

/** The `RootComponent` elements. */
export const rootComponents = (files: SourceFiles): readonly Element[] =>
  children(child(manifestOf(files), 'RootComponents'), 'RootComponent');
