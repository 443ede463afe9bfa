import type { Element } from '@xmldom/xmldom';
import { attributeOf, childrenOf } from '../../../dataverse/metadata/xml.js';
import type { RibbonFunction, RibbonParameter } from './ribbon.js';
import { webResourceName } from '../markup.js';

/** A `JavaScriptFunction` or a `CustomRule`: which function of which script, and what it is given, in order. */
export function readRibbonFunction(element: Element): RibbonFunction {
  const library = attributeOf(element, 'Library') ?? '';
  return {
    library: webResourceName(library) ?? library,
    functionName: attributeOf(element, 'FunctionName') ?? '',
    parameters: childrenOf(element).map(readParameter),
  };
}

function readParameter(parameter: Element): RibbonParameter {
  const value = parameter.getAttribute('Value') ?? '';
  switch (parameter.nodeName) {
    case 'CrmParameter':
      return { kind: 'crm', value };
    case 'BoolParameter':
      return { kind: 'literal', value: value === 'true' || value === '1' };
    case 'IntParameter':
    case 'DecimalParameter':
      return { kind: 'literal', value: Number(value) };
    default:
      return { kind: 'literal', value };
  }
}
