import type { RefObject } from 'preact';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CommandItem } from '../commandBarModel.js';
import { fit } from './fit.js';

/**
 * How many of the items fit into the list. An item that was never drawn is drawn first, before anything is painted, to
 * be measured: each `<li>` of an item has its `data-key`.
 */
export function useFit(list: RefObject<HTMLElement | null>, items: readonly CommandItem[]): number {
  const available = useSignal(Infinity);
  const widths = useRef(new Map<string, number>());
  const measured = useSignal(0);
  const isListed = items.length > 0;

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      available.value = element.clientWidth;
    });
    available.value = element.clientWidth;
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [isListed]);
  useLayoutEffect(() => {
    const before = widths.current.size;
    for (const element of list.current?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? []) {
      widths.current.set(element.dataset['key'] ?? '', element.getBoundingClientRect().width);
    }
    if (widths.current.size > before) measured.value += 1;
  });

  // Read, so that the bar is drawn again once everything has been measured.
  void measured.value;
  const known = items.map((item) => widths.current.get(keyOf(item)));
  return known.includes(undefined)
    ? items.length
    : fit(
        known.map((width) => width ?? 0),
        available.value,
      );
}

/** What a button's width depends on. */
export function keyOf({ id, label }: CommandItem): string {
  return `${id} ${label}`;
}
