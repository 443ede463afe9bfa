import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { languages } from '../../webresources/strings/languages.js';
import { bundle } from './bundle.js';
import { resx } from './resx.js';
import { webResourceTypes, type WebResource } from './webResource.js';

/** The scripts: entry in webresources/, name in Dataverse, global name. */
const scripts = [
  {
    entry: 'contact.ts',
    name: 'inv_/js/contact.js',
    globalName: 'Inv.Contact',
    displayName: 'Contact Commands',
  },
  {
    entry: 'invitation.ts',
    name: 'inv_/js/invitation.js',
    globalName: 'Inv.Invitation',
    displayName: 'Invitation Commands',
  },
  {
    entry: 'invitationForm.ts',
    name: 'inv_/js/invitation_form.js',
    globalName: 'Inv.InvitationForm',
    displayName: 'Invitation Form',
  },
] as const;

/** All web resources of the solution, made from the folder webresources/. */
export async function webResources(folder: string): Promise<readonly WebResource[]> {
  const bundles = scripts.map(async ({ entry, name, globalName, displayName }): Promise<WebResource> => ({
    name,
    displayName,
    type: webResourceTypes.script,
    content: await bundle(join(folder, entry), globalName),
  }));
  return [...(await Promise.all(bundles)), ...stringTables(), ...icons(join(folder, 'icons'))];
}

function stringTables(): readonly WebResource[] {
  return [...languages].map(([language, strings]) => ({
    name: `inv_/strings/Invitations.${language}.resx`,
    displayName: `Invitations Strings ${language}`,
    type: webResourceTypes.strings,
    content: resx(strings),
    language,
  }));
}

function icons(folder: string): readonly WebResource[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: `inv_/icons/${file}`,
      displayName: `Icon ${basename(file, '.svg').replace(/_/g, ' ')}`,
      type: webResourceTypes.icon,
      content: readFileSync(join(folder, file), 'utf8'),
    }));
}
