/** Values of an element's XML attributes; undefined ones are left out. */
type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An XML element as text, with its attributes' values escaped. */
export function element(name: string, attributes: XmlAttributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escape(String(value))}"`)
    .join('');
  return children.length === 0
    ? `<${name}${written} />`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
