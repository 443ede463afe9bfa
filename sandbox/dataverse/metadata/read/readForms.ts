import { basename } from 'node:path';
import { XMLSerializer } from '@xmldom/xmldom';
import type { FormDefinition } from '../appComponents.js';
import { childOf, childrenOf, guid, labelsOf, readXml, textOf } from '../xml.js';
import { subfolders, xmlFiles } from './files.js';

const serializer = new XMLSerializer();

/** The forms of a table: `Entities/<name>/FormXml/<type>/*.xml`; the managed variants are left out. */
export function readForms(tableFolder: string, table: string): FormDefinition[] {
  return subfolders(tableFolder, 'FormXml').flatMap((folder) =>
    xmlFiles(folder)
      .filter((file) => !file.endsWith('_managed.xml'))
      .flatMap((file) => readFormFile(file, table, basename(folder))),
  );
}

function readFormFile(file: string, table: string, type: string): FormDefinition[] {
  return childrenOf(readXml(file), 'systemform').map((form) => {
    const id = textOf(form, 'formid');
    const markup = childOf(form, 'form');
    if (id === undefined || markup === undefined)
      throw new Error(`${file}: the systemform has no formid or no form.`);
    return {
      id: guid(id),
      table,
      type,
      labels: labelsOf(form, 'LocalizedNames'),
      formXml: serializer.serializeToString(markup),
    };
  });
}
