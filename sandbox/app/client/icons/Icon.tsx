import { drawings } from './drawings.js';

/** Icons whose dots are the drawing: they need a thicker line than an outline does. */
const dotted: ReadonlySet<string> = new Set(['waffle', 'more']);

/**
 * One of the app's own icons: 20 px, in the colour of the text around it. It is decoration: what it stands for must be
 * said by the element that holds it. A name that is not drawn shows the document.
 */
export function Icon({ name }: { readonly name: string }) {
  const path = Object.hasOwn(drawings, name) ? drawings[name as keyof typeof drawings] : drawings.document;
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width={dotted.has(name) ? 2.4 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
