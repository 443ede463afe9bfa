import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { commands } from '../../../sandbox/app/client/strings/commands.js';
import { form } from '../../../sandbox/app/client/strings/form.js';
import { grid } from '../../../sandbox/app/client/strings/grid.js';
import { host } from '../../../sandbox/app/client/strings/host.js';
import { model } from '../../../sandbox/app/client/strings/model.js';
import { shell } from '../../../sandbox/app/client/strings/shell.js';
import type { Texts } from '../../../sandbox/app/client/strings/text.js';

const appTexts: readonly Texts[] = [commands, form, grid, host, model, shell];

/** The languages of the product: LCID, the name in the settings, what a date looks like there. */
export const spoken = [
  { lcid: 1033, name: 'English', tag: 'en', date: '4/9/2031', past: '1/31/2020' },
  { lcid: 1036, name: 'Français', tag: 'fr', date: '09/04/2031', past: '31/01/2020' },
  { lcid: 1031, name: 'Deutsch', tag: 'de', date: '09.04.2031', past: '31.01.2020' },
  { lcid: 3082, name: 'Español', tag: 'es', date: '09/04/2031', past: '31/01/2020' },
] as const;

const root = fileURLToPath(new URL('../../../solution/src/', import.meta.url));
const base = fileURLToPath(new URL('../../../sandbox/base/', import.meta.url));
const read = (file: string): Document =>
  new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
const elements = (parent: Document | Element, tag: string): readonly Element[] => [
  ...parent.getElementsByTagName(tag),
];

/** A text by language. */
type Labels = ReadonlyMap<number, string>;

/** The texts that stand under an element: `<label description="…" languagecode="…" />`, and as the site map writes it. */
function labelsUnder(holder: Element): Labels {
  return new Map(
    [...holder.childNodes]
      .filter((node): node is Element => node.nodeType === 1)
      .map((node) => [
        Number(node.getAttribute('languagecode') ?? node.getAttribute('LCID')),
        node.getAttribute('description') ?? node.getAttribute('Title') ?? '',
      ]),
  );
}

/** The label of the element with this attribute, whose labels stand in a child of that name. */
function labelOf(
  file: string,
  tag: string,
  attribute: string,
  value: string,
  holder: string,
  lcid: number,
): string {
  const element = elements(read(join(root, file)), tag).find(
    (found) => found.getAttribute(attribute)?.toLowerCase() === value.toLowerCase(),
  );
  const labels = element && elements(element, holder)[0];
  const text = labels && labelsUnder(labels).get(lcid);
  if (text === undefined) throw new Error(`${file} has no label in ${lcid} for ${tag} ${value}.`);
  return text;
}

/** The texts of a button, as RibbonDiff.xml and its LocLabels have them. */
export function buttonTexts(table: string, id: string, lcid: number): { label: string; description: string } {
  const file = `Entities/${table}/RibbonDiff.xml`;
  const document = read(join(root, file));
  const button = [...elements(document, 'Button'), ...elements(document, 'FlyoutAnchor')].find(
    (found) => found.getAttribute('Id') === id,
  );
  const text = (attribute: string): string => {
    const name = (button?.getAttribute(attribute) ?? '').replace('$LocLabels:', '');
    return labelOf(file, 'LocLabel', 'Id', name, 'Titles', lcid);
  };
  return { label: text('LabelText'), description: text('ToolTipDescription') };
}

const invitation = 'Entities/inv_invitation';

/** The label of a column of the invitation. */
export const columnLabel = (column: string, lcid: number): string =>
  labelOf(`${invitation}/Entity.xml`, 'attribute', 'PhysicalName', column, 'displaynames', lcid);

const onlyFile = (folder: string): string => `${folder}/${readdirSync(join(root, folder))[0] ?? ''}`;
const mainForm = onlyFile(`${invitation}/FormXml/main`);

/** The label of a tab of the invitation's form. */
export const tabLabel = (name: string, lcid: number): string =>
  labelOf(mainForm, 'tab', 'name', name, 'labels', lcid);

/** The labels that a status reason of the invitation can have. */
export const statusLabel = (value: number, lcid: number): string =>
  labelOf(`${invitation}/Entity.xml`, 'status', 'value', String(value), 'labels', lcid);

/** The name of a view of the invitation, told by its English one. */
export function viewName(english: string, lcid: number): string {
  const folder = join(root, invitation, 'SavedQueries');
  const names = readdirSync(folder)
    .flatMap((file) => elements(read(join(folder, file)), 'LocalizedNames'))
    .map(labelsUnder);
  const name = names.find((labels) => labels.get(1033) === english)?.get(lcid);
  if (name === undefined) throw new Error(`The view ${english} has no name in ${lcid}.`);
  return name;
}

/** The texts of the scripts, by their keys. */
export function resx(lcid: number): (key: string, value?: string) => string {
  const document = read(join(root, `WebResources/inv_/strings/Invitations.${lcid}.resx`));
  return (key, value = '{0}') => {
    const data = elements(document, 'data').find((found) => found.getAttribute('name') === key);
    const text = data && elements(data, 'value')[0]?.textContent;
    if (text == null) throw new Error(`There is no text ${key} in ${lcid}.`);
    return text.replace('{0}', value);
  };
}

/** Every text of the solution, of the base tables and of the app itself, by language. */
function everyLabel(): readonly Labels[] {
  const files = [root, base].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(Entities|OptionSets|AppModuleSiteMaps).*\.xml$/.test(file))
      .map((file) => join(folder, file)),
  );
  const holders = [
    'labels',
    'displaynames',
    'LocalizedNames',
    'LocalizedCollectionNames',
    'Titles',
    'Descriptions',
  ];
  const inXml = files.flatMap((file) => {
    const document = read(file);
    return holders.flatMap((tag) => elements(document, tag).map(labelsUnder));
  });
  const keys = elements(read(join(root, 'WebResources/inv_/strings/Invitations.1033.resx')), 'data').map(
    (data) => data.getAttribute('name') ?? '',
  );
  const inResx = keys.map((key): Labels => new Map(spoken.map(({ lcid }) => [lcid, resx(lcid)(key)])));
  const ofApp = appTexts
    .flatMap((area) => Object.values(area))
    .map((texts): Labels => {
      return new Map(Object.entries(texts).map(([lcid, text]) => [Number(lcid), text]));
    });
  return [...inXml, ...inResx, ...ofApp];
}

let known: readonly Labels[] | undefined;

/** English texts that must not be seen in another language: they have a translation, and are nobody's translation. */
export function englishOnly(lcid: number): ReadonlySet<string> {
  known ??= everyLabel();
  const translations = new Set(known.map((labels) => labels.get(lcid)));
  const english = known.map((labels) => labels.get(1033) ?? '');
  return new Set(english.filter((text) => text !== '' && !translations.has(text)));
}
