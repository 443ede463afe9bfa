import type { AttributeModel, ControlModel } from '../../model/formModel.js';

/** What a field gives its control: what to show and what its input has to carry. */
export interface FieldInput {
  readonly control: ControlModel;
  readonly attribute: AttributeModel;
  /** `<control>.fieldControl`: data-ids of the control's parts begin with it, as in the real app. */
  readonly dataId: string;
  readonly isEditable: boolean;
  /** For the element that takes the focus. */
  readonly attributes: {
    readonly id: string;
    readonly 'aria-required': boolean;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
  };
  /** Id of the field's label, for what a `<label>` cannot name. */
  readonly labelId: string;
  /** What an empty box shows: a value that is only hidden from the user is masked. */
  readonly placeholder: string;
  /** Height in rows of the section, from FormXml's rowspan. */
  readonly rowspan: number;
}

/** What an empty field shows, as in the real app. */
export const emptyText = '---';

/** What stands for a value that the user may not read ("Column-level security"). */
export const maskedText = '********';
