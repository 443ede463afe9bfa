import { join } from 'node:path';
import { emailTemplates } from './email/emailTemplates.js';
import type { Files } from './files.js';
import { filesOf } from './webResourceFiles.js';
import { webResources } from './webResources.js';

/** Folders of solution/src that are made from other sources, each with what it must hold, no more and no less. */
export const generatedFolders = async (project: string): Promise<ReadonlyMap<string, Files>> =>
  new Map([
    ['WebResources', filesOf(await webResources(join(project, 'webresources')))],
    ['Templates', emailTemplates(join(project, 'solution/templates'))],
  ]);
