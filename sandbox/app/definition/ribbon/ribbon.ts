import type { Privilege } from '../table/privilege.js';

/** RibbonDiffXml of all solutions for one table. */
export interface Ribbon {
  readonly actions: readonly RibbonAction[];
  /** Ids of controls that a HideCustomAction takes away. */
  readonly hidden: readonly string[];
  readonly commands: Readonly<Record<string, RibbonCommand>>;
  readonly enableRules: Readonly<Record<string, RibbonRule>>;
  readonly displayRules: Readonly<Record<string, RibbonRule>>;
}

/** Where a command bar stands. */
export type RibbonPlace = 'Form' | 'HomepageGrid' | 'SubGrid';

/** A CustomAction whose location is `Mscrm.<place>.<table>.….Controls._children`. */
export interface RibbonAction {
  readonly id: string;
  readonly place: RibbonPlace;
  readonly sequence: number;
  readonly control: RibbonControl;
}

export interface RibbonControl {
  readonly kind: 'button' | 'flyout' | 'split';
  readonly id: string;
  readonly command: string;
  readonly sequence: number;
  readonly label: string;
  readonly alt: string;
  readonly tooltipTitle: string;
  readonly tooltipDescription: string;
  /** Name of the icon's web resource (ModernImage). */
  readonly icon?: string;
  /** Its menu is made by a command (PopulateDynamically), which the app does not do: it fails closed. */
  readonly populatedDynamically?: boolean;
  /** Flyouts and split buttons: menu sections with their buttons. */
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly controls: readonly RibbonControl[];
  }[];
}

export interface RibbonCommand {
  readonly id: string;
  readonly enableRules: readonly string[];
  readonly displayRules: readonly string[];
  readonly actions: readonly RibbonFunction[];
  /** Elements of `Actions` that the app does not know (Url): the command fails closed when it is clicked. */
  readonly unknownActions?: readonly string[];
}

/** A JavaScriptFunction, or the function of a CustomRule. */
export interface RibbonFunction {
  /** Web resource name, without `$webresource:`. */
  readonly library: string;
  readonly functionName: string;
  readonly parameters: readonly RibbonParameter[];
}

export type RibbonParameter =
  | { readonly kind: 'crm'; readonly value: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean };

/** A rule by its kind; what the app does not know is 'unknown', and such a command fails closed: it is hidden. */
export type RibbonRule = { readonly id: string; readonly steps: readonly RibbonRuleStep[] };

export type RibbonRuleStep = { readonly default?: boolean; readonly invert: boolean } & (
  | ({ readonly kind: 'CustomRule' } & RibbonFunction)
  | { readonly kind: 'ValueRule'; readonly field: string; readonly value: string }
  | {
      readonly kind: 'FormStateRule';
      readonly state: 'Create' | 'Existing' | 'ReadOnly' | 'Disabled' | 'BulkEdit';
    }
  | {
      readonly kind: 'SelectionCountRule';
      readonly appliesTo: 'PrimaryEntity' | 'SelectedEntity';
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | {
      readonly kind: 'RecordPrivilegeRule';
      readonly appliesTo: 'PrimaryEntity' | 'SelectedEntity';
      readonly privilege: Privilege;
    }
  | {
      readonly kind: 'EntityPrivilegeRule';
      readonly table?: string;
      readonly appliesTo?: 'PrimaryEntity' | 'SelectedEntity';
      readonly privilege: Privilege;
    }
  | {
      readonly kind: 'EntityRule';
      readonly table?: string;
      readonly appliesTo?: 'PrimaryEntity' | 'SelectedEntity';
      readonly context?: 'Form' | 'HomePageGrid' | 'SubGridStandard' | 'SubGridAssociated';
    }
  | { readonly kind: 'CrmClientTypeRule'; readonly client: 'Web' | 'Outlook' }
  | { readonly kind: 'CommandClientTypeRule'; readonly client: 'Legacy' | 'Modern' | 'Refresh' }
  | { readonly kind: 'OrRule'; readonly alternatives: readonly (readonly RibbonRuleStep[])[] }
  | { readonly kind: 'unknown'; readonly element: string }
);
