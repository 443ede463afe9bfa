import type { Host } from '../../host/host.js';
import type {
  AttributeModel,
  ControlModel,
  FormModel,
  SectionModel,
  TabModel,
} from '../../form/model/formModel.js';

/**
 * The objects scripts see of one form, each made once, so that scripts can compare them. Attributes, controls, sections
 * and tabs lead to one another through it.
 */
export interface FormContexts {
  readonly host: Host;
  readonly model: FormModel;
  readonly attribute: (model: AttributeModel) => object;
  readonly control: (model: ControlModel) => object;
  readonly tab: (model: TabModel) => object;
  readonly section: (model: SectionModel) => object;
  readonly entity: () => object;
  readonly ui: () => object;
  readonly form: () => object;
  /** The contexts of a quick view form on this one. */
  readonly quick: (model: FormModel) => FormContexts;
}
