import { changeEntity } from '../../fetchXml/query.js';
import { elements, type XmlElement } from '../../xml/xmlElement.js';

/** What a query says besides which rows it gives. */
const shape: ReadonlySet<string> = new Set(['attribute', 'all-attributes', 'no-attrs', 'order']);

/**
 * The grouped query of a chart over the rows of a list: the chart's groups and sums, the list's filters and links ("View
 * data in a chart": a chart shows the rows of the view beside it).
 *
 * @throws Error when both link a table under one name, which is not emulated
 */
export function chartQuery(chart: XmlElement, rows: XmlElement): XmlElement {
  const [list] = elements(rows, 'entity');
  const narrowing = elements(list ?? rows)
    .filter(({ name }) => !shape.has(name))
    .map(withoutShape);
  const taken = aliasesIn(chart);
  const twice = narrowing.flatMap(aliasesIn).find((alias) => taken.includes(alias));
  if (twice !== undefined) throw new Error(`not emulated: a chart and a view that both link ${twice}`);
  return changeEntity(chart, (entity) => ({ ...entity, children: [...entity.children, ...narrowing] }));
}

/** A link of the list without what it shows; filters stay as they are. */
function withoutShape(element: XmlElement): XmlElement {
  if (element.name !== 'link-entity') return element;
  const kept = elements(element).filter(({ name }) => !shape.has(name));
  return { ...element, children: kept.map(withoutShape) };
}

function aliasesIn(element: XmlElement): readonly string[] {
  const own = element.name === 'link-entity' ? [element.attributes['alias'] ?? ''] : [];
  return [...own.filter((alias) => alias !== ''), ...elements(element).flatMap(aliasesIn)];
}
