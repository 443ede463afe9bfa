import { fileURLToPath } from 'node:url';

/** The sandbox's own base tables: lean XML. */
export const baseFolder = fileURLToPath(new URL('../../../sandbox/base', import.meta.url));

/** A small solution written as an export writes it: every element there, system tables referred to. */
export const exportedFolder = fileURLToPath(new URL('exported', import.meta.url));
