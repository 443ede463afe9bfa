import { readRoots } from './readComponents.js';
import { value } from './markup.js';
import type { Component } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** Where variables lie, each in a folder of its own. */
export const variablesFolder = 'environmentvariabledefinitions/';

/** The definition of an environment variable. */
export interface EnvironmentVariable extends Component {
  readonly name: string;
}

/** All definitions. */
export const environmentVariables = (files: SourceFiles): readonly EnvironmentVariable[] =>
  readRoots(files, variablesFolder.slice(0, -1), 'environmentvariabledefinition').map((component) => ({
    ...component,
    name: value(component.element, 'schemaname'),
  }));
