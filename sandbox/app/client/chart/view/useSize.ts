import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much room an element has, and again whenever that changes: drawings are made for it, so that texts keep their size. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const size = useSignal<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current;
      if (size.peek().width !== width || size.peek().height !== height) size.value = { width, height };
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  return size.value;
}
