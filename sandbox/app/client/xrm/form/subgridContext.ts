import type { ControlModel } from '../../form/model/formModel.js';
import { createGridContext } from '../grid/createGridContext.js';
import type { FormContexts } from './formContexts.js';

/**
 * A subgrid's control: what it has as a control of the form, and beyond that what its list has. A subgrid that waits for
 * the first save of its row has no list yet.
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
