import { basename, join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../solution/entries.js';
import { children, child, label, readXml } from '../solution/xml.js';

/** A button that the solution adds to a command bar. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Logical name of the table. */
  readonly table: string;
  /** `form`, `list` or `subgrid`, from its id's second part. */
  readonly place: string;
  /** Functions that it calls; a menu calls none. */
  readonly functions: readonly string[];
}

const places: Readonly<Record<string, string>> = { Form: 'form', HomepageGrid: 'list', SubGrid: 'subgrid' };

/** The commands of an unpacked solution, in the order in which they stand there. */
export const readCommands = (source: string): readonly Command[] =>
  entries(join(source, 'Entities'))
    .flatMap((folder) => {
      const ribbon = readXml(join(folder, 'RibbonDiff.xml'));
      return ['Button', 'FlyoutAnchor']
        .flatMap((name) => Array.from(ribbon.getElementsByTagName(name)))
        .map((button) => readCommand(button, ribbon, basename(folder).toLowerCase()));
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));

function readCommand(button: Element, ribbon: Element, table: string): Command {
  const attribute = (name: string): string => button.getAttribute(name) ?? '';
  const labels = children(child(ribbon, 'LocLabels'), 'LocLabel');
  const labelled = (name: string): string => {
    const id = attribute(name).replace('$LocLabels:', '');
    return label(
      labels.find((candidate) => candidate.getAttribute('Id') === id),
      'Titles',
      'Title',
    );
  };
  const definition = children(child(ribbon, 'CommandDefinitions'), 'CommandDefinition').find(
    (candidate) => candidate.getAttribute('Id') === attribute('Command'),
  );
  const place = Object.keys(places).find((name) => attribute('Id').includes(`.${name}.`)) ?? '';
  return {
    id: attribute('Id'),
    label: labelled('LabelText'),
    description: labelled('ToolTipDescription'),
    table,
    place: places[place] ?? '',
    functions: children(child(definition, 'Actions'), 'JavaScriptFunction').map(
      (call) => call.getAttribute('FunctionName') ?? '',
    ),
  };
}
