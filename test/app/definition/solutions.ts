import { fileURLToPath } from 'node:url';
import type { Languages } from '../../../sandbox/app/definition/language.js';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';

const folder = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The sandbox's base tables and the solution that ships, as their files are. */
export const base = rememberedSolution(folder('sandbox/base'));
export const shipped = rememberedSolution(folder('solution/src'));

/** The base tables alone: what a reader of one view or form needs to know. */
export const baseCatalogue = createCatalogue([base]);

export const english: Languages = { user: 1033, base: 1033 };
export const german: Languages = { user: 1031, base: 1033 };

/** The languages that everything the app shows is to be in. */
export const languageCodes = [1033, 1036, 1031, 3082] as const;
