import type { Element } from '@xmldom/xmldom';
import type { RibbonDiffDefinition } from '../../../dataverse/metadata/appComponents.js';
import { attributeOf, childrenOf, labelsOf } from '../../../dataverse/metadata/xml.js';
import type { Ribbon, RibbonAction, RibbonCommand, RibbonPlace, RibbonRule } from './ribbon.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, markupOf, numberAttribute } from '../markup.js';
import { readRibbonControl } from './readRibbonControl.js';
import { readRibbonFunction } from './readRibbonFunction.js';
import { readRibbonSteps } from './readRibbonRule.js';

/** Sequence of a control that names none: after the others. */
const lastInSequence = Number.MAX_SAFE_INTEGER;

/** What all solutions change in a table's command bars; where two define the same id, the later one counts. */
export function readRibbon(diffs: readonly RibbonDiffDefinition[], languages: Languages): Ribbon {
  const parts = diffs.map((diff) => {
    const root = markupOf(diff, diff.ribbonDiffXml, `RibbonDiff of ${diff.table}`);
    return { root, table: diff.table, text: textReader(root, languages) };
  });
  const elements = (...path: readonly string[]) => parts.flatMap(({ root }) => at(root, ...path));
  return {
    actions: lastById(
      parts.flatMap(({ root, table, text }) =>
        at(root, 'CustomActions', 'CustomAction').flatMap((action) => readAction(action, table, text)),
      ),
    ),
    hidden: elements('CustomActions', 'HideCustomAction')
      .map((action) => attributeOf(action, 'Location'))
      .filter((id) => id !== undefined),
    commands: byId(elements('CommandDefinitions', 'CommandDefinition'), readCommand),
    enableRules: byId(elements('RuleDefinitions', 'EnableRules', 'EnableRule'), readRule),
    displayRules: byId(elements('RuleDefinitions', 'DisplayRules', 'DisplayRule'), readRule),
  };
}

/** Gives the text of `$LocLabels:<id>`; an id that no label has stays visible, so that it is seen and mended. */
function textReader(root: Element, languages: Languages): (reference: string) => string {
  const labels = new Map(
    at(root, 'LocLabels', 'LocLabel').map((label) => [
      attributeOf(label, 'Id') ?? '',
      localized(labelsOf(label, 'Titles'), languages),
    ]),
  );
  return (reference) => {
    const id = /^\$LocLabels:(.+)$/.exec(reference)?.[1];
    return id === undefined ? reference : (labels.get(id) ?? id);
  };
}

/** `Mscrm.Form.contact.MainTab.Save.Controls._children`: a place for controls in a bar of this table. */
const controlsLocation = /^Mscrm\.(Form|HomepageGrid|SubGrid)\.([^.]+)\..*Controls\._children$/;

function readAction(action: Element, table: string, text: (reference: string) => string): RibbonAction[] {
  const [, place, owner] = controlsLocation.exec(attributeOf(action, 'Location') ?? '') ?? [];
  if (place === undefined || owner !== table) return [];
  return at(action, 'CommandUIDefinition').flatMap((definition) => {
    const control = readRibbonControl(definition, text);
    if (control === undefined) return [];
    const sequence = control.sequence ?? numberAttribute(action, 'Sequence') ?? lastInSequence;
    return [
      {
        id: attributeOf(action, 'Id') ?? control.id,
        place: place as RibbonPlace,
        sequence,
        control: { ...control, sequence },
      },
    ];
  });
}

function readCommand(command: Element): RibbonCommand {
  const ids = (...path: readonly string[]) =>
    at(command, ...path)
      .map((rule) => attributeOf(rule, 'Id'))
      .filter((id) => id !== undefined);
  const unknownActions = at(command, 'Actions')
    .flatMap((actions) => childrenOf(actions))
    .map(({ nodeName }) => nodeName)
    .filter((name) => name !== 'JavaScriptFunction');
  return {
    id: attributeOf(command, 'Id') ?? '',
    enableRules: ids('EnableRules', 'EnableRule'),
    displayRules: ids('DisplayRules', 'DisplayRule'),
    actions: at(command, 'Actions', 'JavaScriptFunction').map(readRibbonFunction),
    ...(unknownActions.length === 0 ? {} : { unknownActions }),
  };
}

function readRule(rule: Element): RibbonRule {
  return { id: attributeOf(rule, 'Id') ?? '', steps: readRibbonSteps(rule) };
}

function byId<Part extends { readonly id: string }>(
  elements: readonly Element[],
  read: (element: Element) => Part,
): Readonly<Record<string, Part>> {
  return Object.fromEntries(elements.map(read).map((part) => [part.id, part]));
}

function lastById(actions: readonly RibbonAction[]): RibbonAction[] {
  const last = new Map(actions.map((action) => [action.id, action]));
  return [...last.values()].sort((a, b) => a.sequence - b.sequence);
}
