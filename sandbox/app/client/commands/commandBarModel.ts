import type { ReadonlySignal } from '@preact/signals-core';
import type { RibbonPlace } from '../../definition/ribbon/ribbon.js';

/** The buttons of one command bar, standard ones and those of the solutions, as they stand after the rules have spoken. */
export interface CommandBarModel {
  readonly place: RibbonPlace;
  readonly table: string;
  /** Visible items from left to right. A command that is disabled is hidden, as in the real app. */
  readonly items: ReadonlySignal<readonly CommandItem[]>;
  /** True while rules are being asked. */
  readonly isEvaluating: ReadonlySignal<boolean>;
  /** Asks all rules again. */
  refresh(): Promise<void>;
  /** Stops listening to the page's model. */
  dispose(): void;
}

export interface CommandItem {
  /** The button's id: `Mscrm.Form.contact.Save`, or a solution's own. */
  readonly id: string;
  /** `contact|NoRelationship|Form|Mscrm.Form.contact.Save`, as the real app's `data-id`. */
  readonly dataId: string;
  readonly label: string;
  readonly title: string;
  readonly description: string;
  /** By name: an SVG web resource, or one of the app's own icons: `add`, `save`, `delete`, `refresh`, … */
  readonly icon: { readonly kind: 'webresource' | 'own'; readonly name: string };
  /** Absent: a flyout that only opens. Never rejects: what a command throws is shown in an error dialog. */
  readonly run?: () => Promise<void>;
  /** Flyouts and split buttons; filled when it is opened (a dynamic menu asks the server then). */
  readonly menu?: { open(): Promise<readonly CommandItem[]> };
}
