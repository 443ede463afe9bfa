import type { FileEntry, FilesToTake } from '../files.js';
import { PackError } from '../packError.js';
import { componentFile, takeComponent, takeList } from '../xml/componentFile.js';
import { attribute, children, childText, element, type XmlElement } from '../xml/xmlNode.js';
import { requirePlace } from './place.js';

/** A part of a table that has files of its own, and a placeholder in Entity.xml. */
export interface EntityPart {
  /** The placeholder, `FormXml`. */
  readonly name: string;
  /** Where its files lie, below the table's folder. */
  readonly files: RegExp;
  /** What stands in the placeholder's stead. */
  readonly join: (source: FilesToTake, folder: string) => Pick<XmlElement, 'attributes' | 'content'>;
  /** The files of what stands there, the inverse. */
  readonly split: (part: XmlElement, folder: string) => readonly FileEntry[];
}

const forms: EntityPart = {
  name: 'FormXml',
  files: /^FormXml\/[^/]+\/[^/]+\.xml$/,
  join: (source, folder) => {
    const files = source.paths(below(folder, 'FormXml/[^/]+/[^/]+\\.xml'));
    const types = [...new Set(files.map((file) => formType(file)))];
    return {
      attributes: [],
      content: types.map((type) =>
        element(
          'forms',
          files.filter((file) => formType(file) === type).map((file) => takeForm(source, file, folder)),
          [['type', type]],
        ),
      ),
    };
  },
  split: (part, folder) =>
    children(part).flatMap((group) =>
      children(group).map((form): FileEntry => [
        formPlace(folder, attribute(group, 'type'), form),
        componentFile(element('forms', [form])),
      ]),
    ),
};

const formType = (file: string): string => file.split('/').at(-2) ?? '';
const formPlace = (folder: string, type: string, form: XmlElement): string =>
  `${folder}/FormXml/${type}/${childText(form, 'formid')}.xml`;

function takeForm(source: FilesToTake, file: string, folder: string): XmlElement {
  const form = onlyOne(takeList(source, file, 'forms'), file, 'systemform');
  requirePlace(file, formPlace(folder, formType(file), form));
  return form;
}

const views: EntityPart = {
  name: 'SavedQueries',
  files: /^SavedQueries\/[^/]+\.xml$/,
  join: (source, folder) => {
    const all = source.paths(below(folder, 'SavedQueries/[^/]+\\.xml')).map((file) => {
      const view = onlyOne(takeList(source, file, 'savedqueries'), file, 'savedquery');
      requirePlace(file, viewPlace(folder, view));
      return view;
    });
    return { attributes: [], content: all.length === 0 ? [] : [element('savedqueries', all)] };
  },
  split: (part, folder) =>
    children(part)
      .flatMap((list) => children(list))
      .map((view) => [viewPlace(folder, view), componentFile(element('savedqueries', [view]))]),
};

const viewPlace = (folder: string, view: XmlElement): string =>
  `${folder}/SavedQueries/${childText(view, 'savedqueryid')}.xml`;

const charts: EntityPart = {
  name: 'Visualizations',
  files: /^Visualizations\/[^/]+\.xml$/,
  join: (source, folder) => ({
    attributes: [],
    content: source.paths(below(folder, 'Visualizations/[^/]+\\.xml')).map((file) => {
      const chart = takeComponent(source, file, 'visualization');
      requirePlace(file, chartPlace(folder, chart));
      return chart;
    }),
  }),
  split: (part, folder) => children(part).map((chart) => [chartPlace(folder, chart), componentFile(chart)]),
};

const chartPlace = (folder: string, chart: XmlElement): string =>
  `${folder}/Visualizations/${childText(chart, 'savedqueryvisualizationid')}.xml`;

const ribbon: EntityPart = {
  name: 'RibbonDiffXml',
  files: /^RibbonDiff\.xml$/,
  join: (source, folder) => takeComponent(source, `${folder}/RibbonDiff.xml`, 'RibbonDiffXml'),
  split: (part, folder) => [[`${folder}/RibbonDiff.xml`, componentFile(part)]],
};

/** The parts, in the order in which exports have them. */
export const entityParts: readonly EntityPart[] = [forms, views, charts, ribbon];

function onlyOne([first, ...others]: readonly XmlElement[], file: string, name: string): XmlElement {
  if (first === undefined || others.length > 0 || first.name !== name)
    throw new PackError(file, `It must hold one <${name}>.`, 'Give each a file of its own.');
  return first;
}

const below = (folder: string, pattern: string): RegExp =>
  new RegExp(`^${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/${pattern}$`);
