import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { ColumnDefinition, TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import type {
  FormCell,
  FormControl,
  FormDefinition,
  FormSection,
  FormTab,
} from '../../../definition/form/formDefinition.js';
import type { Visit } from '../../host/host.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { AttributeValue } from '../../values/attributeValue.js';

/**
 * A form that is open on one row, new or saved: what its fields hold, how its controls stand, what its handlers do.
 * No DOM: the view draws it, `createFormContext(model)` shows it to scripts.
 */
export interface FormModel {
  readonly table: TableDefinition;
  readonly form: FormDefinition;
  readonly visit: Visit;
  /** Resolves when the row is shown and the OnLoad handlers have run, or when it is clear that it cannot be shown. */
  readonly ready: Promise<void>;
  /** Why the row cannot be shown; the user has been told by a dialog too. */
  readonly loadError: ReadonlySignal<string | undefined>;
  /** Undefined until a new row is saved. */
  readonly id: ReadonlySignal<string | undefined>;
  /** The row's primary name as it is saved; '' for a new row. */
  readonly title: ReadonlySignal<string>;
  /** 1 create, 2 update, 3 read-only, 4 disabled (an inactive row). */
  readonly formType: ReadonlySignal<1 | 2 | 3 | 4>;
  /** Every column on the form (header too), the owner, statecode and statuscode, and what a new row was prefilled with. */
  readonly attributes: ReadonlyMap<string, AttributeModel>;
  /** By control id; a column that stands on the form twice has `inv_name` and `inv_name1`; header: `header_statuscode`. */
  readonly controls: ReadonlyMap<string, ControlModel>;
  readonly tabs: readonly TabModel[];
  readonly header: readonly CellModel[];
  readonly selectedTab: Signal<string>;
  readonly isDirty: ReadonlySignal<boolean>;
  readonly isLoading: ReadonlySignal<boolean>;
  readonly isSaving: ReadonlySignal<boolean>;
  /** Newest first. */
  readonly notifications: ReadonlySignal<readonly FormNotification[]>;
  setNotification(notification: FormNotification): boolean;
  clearNotification(id: string): boolean;
  /** What the user may do with this row (RetrievePrincipalAccess); of a new row what the table allows. */
  readonly access: ReadonlySignal<{
    readonly read: boolean;
    readonly write: boolean;
    readonly delete: boolean;
    readonly assign: boolean;
    readonly append: boolean;
    readonly appendTo: boolean;
  }>;
  /**
   * Saves what is dirty: validation, OnSave handlers (they may prevent it), the request, then the row as it is now.
   * While one save is under way, another call joins it.
   * @throws SaveError when validation stops it, a handler prevents it or the server refuses: the form stays as it is, and
   * the user has been told (but for a handler: it tells the user itself)
   */
  save(options?: { readonly mode?: SaveMode }): Promise<void>;
  /** Reads the row again, saving first when asked to; then the data's OnLoad handlers run. */
  refresh(save: boolean): Promise<void>;
  /** Sets all attributes back to what was loaded. */
  discard(): void;
  /** Whether the form may be left: a dirty one asks the user to save, to discard, or (closing the dialog) to stay. */
  mayLeave(): Promise<boolean>;
  /** Goes back, or closes the dialog that the form stands in. @returns false when the user stays */
  close(): Promise<boolean>;
  /** Command bars evaluate their rules again whenever this counts up. */
  readonly ribbonRefreshes: Signal<number>;
  readonly handlers: FormHandlers;
}

/** XRM's save modes: 1 save, 2 save and close, 5 deactivate, 6 reactivate, 59 save and new, 70 auto save. */
export type SaveMode = 1 | 2 | 5 | 6 | 59 | 70;

/** Handlers by event; scripts add to them, the form's own come first. `ContextOf` makes the context they get. */
export interface FormHandlers {
  readonly load: Set<Handler>;
  readonly dataLoad: Set<Handler>;
  readonly save: Set<Handler>;
  readonly postSave: Set<Handler>;
}
export type Handler = (context: unknown) => unknown;

export interface FormNotification {
  readonly id: string;
  readonly level: 'ERROR' | 'WARNING' | 'INFO';
  readonly message: string;
}

export interface AttributeModel {
  readonly column: ColumnDefinition;
  readonly value: ReadonlySignal<AttributeValue>;
  readonly initial: ReadonlySignal<AttributeValue>;
  readonly isDirty: ReadonlySignal<boolean>;
  readonly required: Signal<'none' | 'recommended' | 'required'>;
  readonly submitMode: Signal<'always' | 'dirty' | 'never'>;
  /** By a script: no OnChange. */
  set(value: AttributeValue): void;
  /** By the user: sets it and runs OnChange. */
  enter(value: AttributeValue): void;
  readonly changeHandlers: Set<Handler>;
  fireOnChange(): void;
  /** Why a script calls the value invalid (setIsValid). */
  readonly verdict: Signal<string | undefined>;
  /**
   * Why it cannot be saved as it stands (required and empty, too long, out of range), in the user's language. What the
   * user cannot change has none, unless a script changed it.
   */
  readonly problem: ReadonlySignal<string | undefined>;
  /** The controls that show it. */
  readonly controls: readonly ControlModel[];
}

export interface ControlModel {
  readonly id: string;
  readonly definition: FormControl;
  readonly attribute?: AttributeModel;
  readonly label: Signal<string>;
  readonly visible: Signal<boolean>;
  /** As scripts and FormXml set it. */
  readonly disabled: Signal<boolean>;
  /** Whether the user can change it now: enabled, form not read-only, column permitted and valid for this. */
  readonly isEditable: ReadonlySignal<boolean>;
  /**
   * Messages under the control, newest first; any of level ERROR stops a save. The attribute's problem is one of them
   * (id `problem`) once the user changed the value or tried to save.
   */
  readonly notifications: ReadonlySignal<readonly ControlNotification[]>;
  setNotification(message: string, id: string, level?: 'ERROR' | 'RECOMMENDATION'): boolean;
  /** Without an id: the newest. */
  clearNotification(id?: string): boolean;
  /** Choices: options that scripts removed or added. */
  readonly options?: Signal<readonly { readonly value: number; readonly label: string }[]>;
  readonly lookup?: LookupControlModel;
  /** Undefined on a new row: a subgrid with a relationship waits for the first save. */
  readonly subgrid?: ReadonlySignal<GridModel | undefined>;
  readonly quickView?: QuickViewModel;
  readonly timeline?: TimelineModel;
  /** The view moves the focus here whenever this counts up. */
  readonly focusRequests: Signal<number>;
}

export interface ControlNotification {
  readonly id: string;
  readonly message: string;
  readonly level: 'ERROR' | 'RECOMMENDATION';
}

export interface LookupControlModel {
  /** Runs the PreSearch handlers, then says which rows a search may show. */
  search(text: string): Promise<LookupFilters>;
  readonly preSearchHandlers: Set<Handler>;
  addCustomFilter(filterXml: string, table?: string): void;
  /** The tables it offers rows of. */
  readonly entityTypes: Signal<readonly string[]>;
  /** The view its dialog opens with; undefined: the table's lookup view. */
  readonly defaultView: Signal<string | undefined>;
  addCustomView(view: CustomView): void;
}
/** A view that a script made up for one lookup. */
export interface CustomView {
  readonly id: string;
  readonly table: string;
  readonly name: string;
  readonly fetchXml: string;
  readonly layoutXml: string;
  readonly isDefault: boolean;
}
/** What a lookup may show: fits `Dialogs.lookup` and `searchRows`. */
export interface LookupFilters {
  readonly tables: readonly string[];
  readonly viewId?: string;
  readonly filters: readonly { readonly table: string; readonly filterXml: string }[];
  /** Views that scripts added, besides those of the tables. */
  readonly customViews: readonly ViewDefinition[];
}

/** A form within the form, to read: of the row that a lookup points to. */
export interface QuickViewModel {
  /** Undefined while the lookup is empty, or points to a table for which there is no form. */
  readonly form: ReadonlySignal<FormModel | undefined>;
  /** Whether the row has been read. */
  readonly isLoaded: ReadonlySignal<boolean>;
  /** Reads the row again. */
  refresh(): Promise<void>;
}

/** The activities and notes that regard the row, newest first. */
export interface TimelineModel {
  readonly items: ReadonlySignal<readonly TimelineItem[]>;
  readonly isLoading: ReadonlySignal<boolean>;
  refresh(): Promise<void>;
}
export interface TimelineItem {
  readonly id: string;
  readonly table: string;
  readonly label: string;
  readonly subject: string;
  readonly description: string;
  readonly status: string;
  /** The sender of an email and the like; the owner of everything else. */
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly modifiedOn: string;
}

export interface TabModel {
  readonly definition: FormTab;
  readonly label: Signal<string>;
  readonly visible: Signal<boolean>;
  readonly columns: readonly { readonly width: string; readonly sections: readonly SectionModel[] }[];
}
export interface SectionModel {
  readonly definition: FormSection;
  readonly label: Signal<string>;
  readonly visible: Signal<boolean>;
  readonly rows: readonly (readonly CellModel[])[];
}
export interface CellModel {
  readonly definition: FormCell;
  readonly control?: ControlModel;
}
