import { children } from '../../solution/xml.js';
import { value } from './markup.js';
import { readRoots } from './readComponents.js';
import { readColumns } from './readOwnTables.js';
import type { Component } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** A set of values: an `optionset` element. */
export interface Choice extends Component {
  readonly name: string;
}

/** The choices that columns share. */
export const readGlobalChoices = (files: SourceFiles): readonly Choice[] =>
  readRoots(files, 'OptionSets', 'optionset').map((choice) => ({
    ...choice,
    name: value(choice.element, 'Name'),
  }));

/** All choices, those of one column too. */
export const readChoices = (files: SourceFiles): readonly Choice[] => [
  ...readGlobalChoices(files),
  ...readColumns(files).flatMap(({ file, element }) =>
    children(element, 'optionset').map((set) => ({ file, element: set, name: value(set, 'Name') })),
  ),
];
