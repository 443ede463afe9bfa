import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { controlNames, inRibbons } from './commandElements.js';

const label = '$LocLabels:';
const webResource = '$webresource:';

/** Attributes that make up what is seen and read out of a control, and how each begins ("Button (RibbonDiffXml)"). */
const parts: Readonly<Record<string, string>> = {
  LabelText: label,
  Alt: label,
  ToolTipTitle: label,
  ToolTipDescription: label,
  Image16by16: webResource,
  Image32by32: webResource,
  ModernImage: webResource,
};

/**
 * A control has texts in every language, and icons. A text that does not begin so is shown as it stands, an icon is
 * the platform's piece of a puzzle. What is named exists by ribbon/labels and webResource/referenced.
 */
export const faces: Rule = {
  name: 'ribbon/faces',
  look: ({ ribbons }) =>
    inRibbons(ribbons, ...controlNames).flatMap(({ file, element }) =>
      Object.entries(parts).map(([name, start]) => ({
        file,
        problem: value(element, name).startsWith(start)
          ? undefined
          : `${name} of ${value(element, 'Id')} is ${value(element, name) || '(none)'}. Begin it with ${start}`,
      })),
    ),
};
