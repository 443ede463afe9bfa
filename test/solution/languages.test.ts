import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Element } from '@xmldom/xmldom';
import { root, source, value } from './source.js';
import { child, children, text } from '../../scripts/schema/xml.js';

const english = '1033';
const translations = ['1036', '1031', '3082'] as const;
const languages = [english, ...translations];

/** English texts that are the same in the other language. */
const same: Readonly<Record<(typeof translations)[number], readonly string[]>> = {
  1036: [
    'Active',
    'Contact',
    'Contacts',
    'Description',
    'Inactive',
    'Invitation',
    'Invitations',
    'Local',
    'Service',
    'Source',
    'Type',
  ],
  1031: ['Details', 'Name', 'Normal', 'SLA', 'Service', 'Status'],
  3082: ['CC', 'General', 'Local', 'No', 'Normal', 'SLA'],
};

/** English texts that agree with a noun whose gender or number is not the same everywhere. */
const agreeing = ['Active', 'Completed', 'Inactive', 'Not sent yet.'];

/** One text in the languages that it has, in the order of the file. */
interface Group {
  readonly place: string;
  readonly texts: readonly (readonly [language: string, text: string])[];
}

const elements = (parent: Element): readonly Element[] =>
  Array.from(parent.getElementsByTagName('*'));
/** A site map writes `<Title LCID Title>`, everything else `<label languagecode description>`. */
const language = (element: Element): string => value(element, 'languagecode') || value(element, 'LCID');
const words = (element: Element): string => value(element, 'description') || value(element, 'Title');

const lists =
  /^(LocalizedNames|LocalizedCollectionNames|displaynames?|Descriptions|description|labels|CustomLabels|Titles)$/;

/** Files of a language of their own are left out: the email templates, and the string tables of the web resources. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.xml') && !/^(Templates|WebResources)\b/.test(path))
  .sort();

const groups: readonly Group[] = files.flatMap((file) =>
  elements(root(file))
    .filter((element) => lists.test(element.nodeName))
    .map((element) => ({
      place: `${file}: ${element.nodeName}`,
      texts: Array.from(element.childNodes)
        .filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
        .map((label) => [language(label), words(label)] as const),
    })),
);
