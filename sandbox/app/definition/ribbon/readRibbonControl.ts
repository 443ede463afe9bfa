import type { Element } from '@xmldom/xmldom';
import { optional } from '../../../dataverse/metadata/optional.js';
import { attributeOf, childrenOf } from '../../../dataverse/metadata/xml.js';
import type { RibbonControl } from './ribbon.js';
import { at, flagAttribute, numberAttribute, webResourceName } from '../markup.js';

const kinds: Readonly<Record<string, RibbonControl['kind']>> = {
  Button: 'button',
  FlyoutAnchor: 'flyout',
  SplitButton: 'split',
};

/** A control that may leave its place to the custom action around it. */
export type UnplacedControl = Omit<RibbonControl, 'sequence'> & { readonly sequence: number | undefined };

/**
 * The control inside a `CommandUIDefinition`; undefined for kinds that command bars of today do not draw (groups, combo
 * boxes, galleries).
 *
 * @param text gives the text of a `$LocLabels:` reference
 */
export function readRibbonControl(
  parent: Element,
  text: (reference: string) => string,
): UnplacedControl | undefined {
  const element = childrenOf(parent).find(({ nodeName }) => kinds[nodeName] !== undefined);
  return element && readControl(element, text);
}

function readControl(element: Element, text: (reference: string) => string): UnplacedControl {
  const textOf = (name: string) => text(attributeOf(element, name) ?? '');
  const label = textOf('LabelText');
  const icon = webResourceName(attributeOf(element, 'ModernImage'));
  return {
    kind: kinds[element.nodeName] ?? 'button',
    id: attributeOf(element, 'Id') ?? '',
    command: attributeOf(element, 'Command') ?? '',
    sequence: numberAttribute(element, 'Sequence'),
    label,
    alt: textOf('Alt') || label,
    tooltipTitle: textOf('ToolTipTitle'),
    tooltipDescription: textOf('ToolTipDescription'),
    ...optional('icon', icon),
    ...(flagAttribute(element, 'PopulateDynamically', false) ? { populatedDynamically: true } : {}),
    sections: readSections(element, text),
  };
}

function readSections(element: Element, text: (reference: string) => string): RibbonControl['sections'] {
  return inSequence(at(element, 'Menu', 'MenuSection')).map((section) => ({
    id: attributeOf(section, 'Id') ?? '',
    title: text(attributeOf(section, 'Title') ?? ''),
    controls: inSequence(at(section, 'Controls').flatMap((controls) => childrenOf(controls)))
      .filter(({ nodeName }) => kinds[nodeName] !== undefined)
      .map((control, index) => {
        const read = readControl(control, text);
        return { ...read, sequence: read.sequence ?? index };
      }),
  }));
}

/** By their Sequence; those without one stay behind, in the order of the file. */
function inSequence(elements: readonly Element[]): Element[] {
  const place = (element: Element) => numberAttribute(element, 'Sequence') ?? Number.MAX_SAFE_INTEGER;
  return [...elements].sort((a, b) => place(a) - place(b));
}
