import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';
import { errors } from '../../errors.js';

/**
 * The values a template can name: `contact/fullname` is the column of a row, `contact/ownerid/@name` its label.
 * Undefined when the row has no value there.
 */
export type TemplateData = (table: string, column: string, attribute?: 'name') => string | undefined;

const XSL = 'http://www.w3.org/1999/XSL/Transform';
const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const COMMENT = 8;

/**
 * Runs an e-mail template's style sheet over a row. Understood is the XSL 1.0 that Dataverse's template editor writes:
 * `stylesheet`, `output method="text"`, one `template match="/data"`, and in it text, `text`, `value-of` and
 * `choose`/`when`/`otherwise`. Values come out as they are: method "text" does not escape.
 *
 * @throws DataverseError 501 naming the element or expression that is not understood; 400 when `xsl` is no XML.
 */
export function applyTemplate(xsl: string, data: TemplateData): string {
  const sheet = parse(xsl);
  requireXsl(sheet, 'stylesheet');
  let text = '';
  for (const child of elements(sheet)) {
    const name = xslName(child);
    if (name === 'output') {
      if (child.getAttribute('method') !== 'text')
        throw unsupported('xsl:output with a method other than text');
    } else if (name === 'template') {
      if (child.getAttribute('match') !== '/data')
        throw unsupported('xsl:template with a match other than /data');
      text += content(child, data);
    } else {
      throw unsupported(`<${child.nodeName}>`);
    }
  }
  return text;
}

function parse(xsl: string): Element {
  let root: Element | null;
  try {
    const parser = new DOMParser({ onError: onErrorStopParsing });
    root = parser.parseFromString(xsl.replace(/^\uFEFF/, ''), 'text/xml').documentElement;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw errors.invalidArgument('The e-mail template is not well-formed XML.');
  }
  if (root === null) throw errors.invalidArgument('The e-mail template is empty.');
  return root;
}

/** The result of a sequence: texts and instructions one after the other. */
function content(parent: Element, data: TemplateData): string {
  let result = '';
  let literal = '';
  const flush = (): void => {
    // XSLT drops a text of the sheet that is nothing but white space; text and CDATA side by side are one text.
    if (literal.trim() !== '') result += literal;
    literal = '';
  };
  for (const node of Array.from(parent.childNodes)) {
    if (node.nodeType === TEXT || node.nodeType === CDATA) literal += node.nodeValue ?? '';
    else if (isElement(node)) {
      flush();
      result += instruction(node, data);
    } else if (node.nodeType !== COMMENT) throw unsupported(node.nodeName);
  }
  flush();
  return result;
}

function instruction(element: Element, data: TemplateData): string {
  switch (xslName(element)) {
    case 'text':
      return element.textContent ?? '';
    case 'value-of':
      return evaluate(element, 'select', data) ?? '';
    case 'choose':
      return choose(element, data);
    default:
      throw unsupported(`<${element.nodeName}>`);
  }
}

function choose(element: Element, data: TemplateData): string {
  for (const branch of elements(element)) {
    const name = xslName(branch);
    if (name !== 'when' && name !== 'otherwise') throw unsupported(`<${branch.nodeName}> in <xsl:choose>`);
    if (name === 'otherwise' || evaluate(branch, 'test', data) !== undefined) return content(branch, data);
  }
  return '';
}

/** `table/column` or `table/column/@name`; a test is true when the path leads to a value. */
function evaluate(element: Element, attribute: 'select' | 'test', data: TemplateData): string | undefined {
  const expression = (element.getAttribute(attribute) ?? '').trim();
  const path = /^([A-Za-z_]\w*)\/([A-Za-z_]\w*)(\/@name)?$/.exec(expression);
  if (path?.[1] === undefined || path[2] === undefined) {
    throw unsupported(`<${element.nodeName} ${attribute}="${expression}">`);
  }
  const value = data(
    path[1].toLowerCase(),
    path[2].toLowerCase(),
    path[3] === undefined ? undefined : 'name',
  );
  return value === '' ? undefined : value;
}

function requireXsl(element: Element, name: string): void {
  if (xslName(element) !== name) throw unsupported(`<${element.nodeName}>`);
}

function xslName(element: Element): string | undefined {
  return element.namespaceURI === XSL ? (element.localName ?? undefined) : undefined;
}

function elements(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter(isElement);
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

function unsupported(what: string): Error {
  return errors.notEmulated(`${what} in e-mail templates`);
}
