import { assemble, type SourceFolder } from './packSolution.js';
import { xmlText } from './xml/writeXml.js';

/**
 * customizations.xml of a zip, which is the same for both kinds.
 *
 * @param source the files of a pack root, or the folder they lie in
 * @throws PackError as packSolution does
 */
export const customizationsXml = (source: SourceFolder | string): string =>
  xmlText(assemble(source).customizations.root);
