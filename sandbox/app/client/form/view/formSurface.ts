import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Host, LookupRow } from '../../host/host.js';
import type { FormModel } from '../model/formModel.js';

/** What every piece of a form that is drawn needs: the app, the form, and where it stands. */
export interface FormSurface {
  readonly host: Host;
  readonly model: FormModel;
  /** How rows that a field names are opened, where they do not have a page to be opened on: from a dialog. */
  readonly openRow?: ((row: LookupRow) => void) | undefined;
  /** Within a quick view form: the id of its control, which goes before those of what it shows. */
  readonly quickView?: string;
}

export const FormSurfaceContext = createContext<FormSurface | undefined>(undefined);

/** The name of a control in `data-id`s: within a quick view form its columns may be the form's own, too. */
export function dataName({ quickView }: Pick<FormSurface, 'quickView'>, controlId: string): string {
  return quickView === undefined ? controlId : `${quickView}.${controlId}`;
}

/** @throws Error outside a form */
export function useFormSurface(): FormSurface {
  const surface = useContext(FormSurfaceContext);
  if (surface === undefined) throw new Error('A field is drawn outside a form.');
  return surface;
}
