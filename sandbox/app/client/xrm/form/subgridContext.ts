import { effect } from '@preact/signals-core';
import type { ControlModel } from '../../form/model/formModel.js';
import { createGridContext } from '../grid/createGridContext.js';
import type { FormContexts } from './formContexts.js';

/**
 * A subgrid's control: what it has as a control of the form, and beyond that what its list has. A subgrid that waits for
 * the first save of its row has no list yet; it only takes OnLoad handlers for the list to come.
 * @param control the members it has as a control
 */
export function withGrid(
  { host, form }: FormContexts,
  { id, subgrid }: ControlModel,
  control: object,
): object {
  return new Proxy(control, {
    get(target, member, receiver) {
      if (typeof member === 'symbol' || member in target) {
        return Reflect.get(target, member, receiver) as unknown;
      }
      const grid = subgrid?.value;
      if (!grid && (member === 'addOnLoad' || member === 'removeOnLoad')) {
        return (handler: unknown) => whenOpen(subgrid, () => call(receiver, member, handler));
      }
      // Without a list, the control itself refuses what it does not have.
      const holder = grid ? createGridContext(host, grid, form) : target;
      try {
        return (holder as Readonly<Record<string, unknown>>)[member];
      } catch (error) {
        if (grid) throw error;
        throw new Error(`The subgrid ${id} has no ${member} before its row is saved.`, { cause: error });
      }
    },
  });
}

function whenOpen(subgrid: ControlModel['subgrid'], run: () => void): void {
  const stop = effect(() => {
    if (subgrid?.value === undefined) return;
    // Not within the effect, which would follow what the list reads.
    queueMicrotask(() => {
      stop();
      run();
    });
  });
}

function call(owner: unknown, member: string, argument: unknown): void {
  (owner as Readonly<Record<string, (argument: unknown) => void>>)[member]?.(argument);
}
