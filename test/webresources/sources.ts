import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The source of scripts, texts and icons. */
export const webResourceFolder = fileURLToPath(new URL('../../webresources', import.meta.url));

const shippedFolder = fileURLToPath(new URL('../../solution/src/WebResources', import.meta.url));

/** The file of a web resource as it is shipped: `inv_/js/contact.js`. */
export const shipped = (name: string): string => join(shippedFolder, name);

/** All files below a folder whose name ends so. */
export const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));
