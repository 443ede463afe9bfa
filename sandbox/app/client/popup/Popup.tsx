import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { popupPosition } from './popupPosition.js';

interface PopupProps {
  /** The element it belongs to; it opens below, or above where there is no room. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly class: string;
  /** As wide as the anchor, and not as wide as its content. */
  readonly fitsAnchor?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A surface above everything else, next to its field: no scrolling container clips it. It stays in the field's place in
 * the document, so that the focus order is the reading order. A click elsewhere closes it; keys are the field's matter.
 */
export function Popup({ anchor, class: className, fitsAnchor = false, onClose, children }: PopupProps) {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = surface.current;
    element?.showPopover();
    const place = () => {
      if (element === null || anchor.current === null) return;
      const box = anchor.current.getBoundingClientRect();
      element.style.width = fitsAnchor ? `${String(Math.max(box.width, 160))}px` : '';
      const { left, top } = popupPosition(box, element.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      });
      element.style.left = `${String(left)}px`;
      element.style.top = `${String(top)}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    if (element !== null) observer.observe(element);
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, []);
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const isInside = [surface, anchor].some(
        ({ current }) => current?.contains(event.target as Node) ?? false,
      );
      if (!isInside) onClose();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
    };
  }, [onClose]);
  return (
    <div ref={surface} popover="manual" class={`popup ${className}`}>
      {children}
    </div>
  );
}
