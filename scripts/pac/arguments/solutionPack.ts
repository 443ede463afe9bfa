import type { PackageKind } from '../../solution/identity.js';
import type { PackRequest } from '../pac.js';

const packageType: Readonly<Record<PackageKind, string>> = { managed: 'Managed', unmanaged: 'Unmanaged' };

/**
 * `pac solution pack`. A managed zip is made of files that carry no `_managed` in their names, else forms and the app would be
 * left out without a word.
 * Source: Power Platform CLI reference, pac solution pack.
 */
export const solutionPack = ({ folder, zipFile, kind }: PackRequest): readonly string[] => [
  'solution',
  'pack',
  ...['--zipfile', zipFile],
  ...['--folder', folder],
  ...['--packagetype', packageType[kind]],
  ...(kind === 'managed' ? ['--useUnmanagedFileForMissingManaged'] : []),
];

/**
 * `pac solution unpack`, over whatever is in the folder: files that the zip does not hold are deleted there.
 * Source: Power Platform CLI reference, pac solution unpack.
 */
export const solutionUnpack = ({ folder, zipFile, kind }: PackRequest): readonly string[] => [
  'solution',
  'unpack',
  ...['--zipfile', zipFile],
  ...['--folder', folder],
  ...['--packagetype', packageType[kind]],
  ...['--allowWrite', '--allowDelete', '--clobber'],
];
