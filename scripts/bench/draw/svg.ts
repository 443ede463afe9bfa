/** Attributes of an element; numbers are written with one digit after the point. */
type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element as text. @param content other elements, or escaped text */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(1)) : value}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A line of text. @param anchor which end of it stands at x */
export function label(
  text: string,
  x: number,
  y: number,
  className: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  return element('text', { x, y, class: className, 'text-anchor': anchor }, escaped(text));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Colours for paper that is light, and for paper that is dark: a picture does not know the page that shows it, so it brings its own. */
const style = `
  svg { font-family: -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif; }
  .paper { fill: #ffffff; }
  .title { fill: #1f2328; font-size: 16px; font-weight: 600; }
  .heading { fill: #1f2328; font-size: 13px; font-weight: 600; }
  .quiet { fill: #59636e; font-size: 12px; }
  .value { fill: #1f2328; font-size: 11.5px; }
  .inside { fill: #ffffff; font-size: 11.5px; }
  .axis { stroke: #d1d9e0; stroke-width: 1; }
  .limit { stroke: #9a6700; stroke-width: 2; stroke-dasharray: 5 3; }
  .limitText { fill: #9a6700; font-size: 11.5px; }
  .first { fill: #0f6cbd; }
  .second { fill: #6e7781; }
  .third { fill: #b35900; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; }
    .title, .heading, .value { fill: #e6edf3; }
    .quiet { fill: #9198a1; }
    .axis { stroke: #3d444d; }
    .limit { stroke: #d29922; }
    .limitText { fill: #d29922; }
    .first { fill: #2b7cd3; }
    .second { fill: #6e7681; }
    .third { fill: #bb6a1f; }
  }
`;

/**
 * A whole picture.
 *
 * @param title also what a screen reader says first
 * @param description what the picture shows, for those who do not see it
 */
export function picture(
  {
    width,
    height,
    title,
    description,
  }: { width: number; height: number; title: string; description: string },
  content: readonly string[],
): string {
  const parts = [
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(description)),
    element('style', {}, style),
    element('rect', { class: 'paper', width, height, rx: 8 }),
    label(title, 24, 34, 'title'),
    ...content,
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
  };
  return `${element('svg', attributes, `\n${parts.join('\n')}\n`)}\n`;
}
