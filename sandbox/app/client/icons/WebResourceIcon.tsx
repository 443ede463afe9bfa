import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * An SVG web resource in the colour of the text around it: it is the mask of a coloured box, so that it suits light and
 * dark. Decoration, as `Icon` is.
 */
export function WebResourceIcon({ name }: { readonly name: string }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    box.current?.style.setProperty('--icon-mask', `url("/WebResources/${encodeURI(name)}")`);
  }, [name]);
  return <span class="icon masked-icon" aria-hidden="true" ref={box} />;
}
