import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { AppDefinition } from '../../definition/definition.js';
import type { TableDefinition } from '../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../definition/view/viewDefinition.js';
import type { XmlElement } from '../xml/xmlElement.js';

/**
 * What every part of the app stands on: the definition, the way to the Web API, and the surfaces that are shared by all
 * pages. No DOM in here: the shell draws these models, `Xrm` and the commands drive them, unit tests read them.
 */
export interface Host {
  readonly definition: AppDefinition;
  readonly api: Api;
  readonly navigation: Navigation;
  readonly dialogs: Dialogs;
  readonly notifications: Notifications;
  readonly progress: Progress;
  readonly scripts: Scripts;
  /** The host's own words in the user's language, by key; throws Error for an unknown key. `{0}` is filled in. */
  readonly text: (key: string, ...values: readonly (string | number)[]) => string;
  /** The root element of an XML text (FetchXML, layouts) as data. @throws Error when it is not well-formed */
  readonly parseXml: (text: string) => XmlElement;
  /** Shows an address outside the app in a window of its own. */
  readonly openWindow: (url: string) => void;
}

/** The organization's Web API, as the signed-in user. */
export interface Api {
  /** `https://…` without a slash at the end. */
  readonly clientUrl: string;
  /**
   * One request. `path` is relative to `/api/data/v9.2/`, or absolute as an `@odata.nextLink` is.
   * Annotations are asked for (`Prefer: odata.include-annotations="*"`) unless `headers` has a Prefer.
   * @throws ApiError for a status of 400 or more, and when the server cannot be reached (status 0)
   */
  send(request: ApiRequest): Promise<ApiAnswer>;
  /** The same request with whatever status it got; it rejects only when the server cannot be reached. */
  exchange(request: ApiRequest): Promise<ApiAnswer>;
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON unless it is a text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came; `json()` reads it. */
  readonly text: string;
  json(): unknown;
}

/** What a page of the app is; the address bar says the same. */
export type Page =
  | {
      readonly pageType: 'dashboard';
      /** Absent: the default one. */
      readonly id?: string;
    }
  | { readonly pageType: 'entitylist'; readonly table: string; readonly viewId?: string }
  | {
      readonly pageType: 'entityrecord';
      readonly table: string;
      /** Absent: a new row. */
      readonly id?: string;
      readonly formId?: string;
      /** Values for a new row, already checked: column → value (see FormModel). */
      readonly values?: Readonly<Record<string, unknown>>;
    };

export interface Navigation {
  /** What is shown. A new object for each visit, so that two visits of one page differ. */
  readonly page: ReadonlySignal<Page>;
  /**
   * Shows a page. A dirty form is asked for first (Dialogs: save, discard, cancel).
   * @returns false when the user stays
   */
  open(page: Page): Promise<boolean>;
  /** The page before this one; when there is none, the list of the table, and a dashboard stays. */
  back(): Promise<boolean>;
  /** Replaces the address of the page that is shown, without another visit: a new row got its id. */
  replace(page: Page): void;
  /** Set by the page that is shown: asks whether it may be left. Cleared with undefined. */
  guard: (() => Promise<boolean>) | undefined;
  /** True until another page is shown. Contexts that were made for this visit die with it. */
  visit(): Visit;
}

/** One visit of a page. */
export interface Visit {
  readonly isOver: () => boolean;
}

/** Modal dialogs, the latest on top. The shell draws `open`; each resolves when it is closed. */
export interface Dialogs {
  readonly open: ReadonlySignal<readonly OpenDialog[]>;
  /** `closed`: with neither button, by Esc or the cross; scripts see only `confirmed`. */
  confirm(options: ConfirmOptions): Promise<{ readonly confirmed: boolean; readonly closed?: boolean }>;
  alert(options: AlertOptions): Promise<void>;
  error(options: ErrorOptions): Promise<void>;
  /** Rows the user picked; undefined when it was closed. */
  lookup(options: LookupOptions): Promise<readonly LookupRow[] | undefined>;
  /** A quick-create form; the row when it was saved. */
  quickCreate(options: QuickCreateOptions): Promise<LookupRow | undefined>;
  /** A form in a dialog (navigateTo with target 2); the row when a new one was saved. */
  form(options: FormDialogOptions): Promise<LookupRow | undefined>;
}

/** A dialog on the screen. `close` resolves its promise; what a kind is closed with stands with the kind. */
export type OpenDialog = { readonly key: number } & (
  | {
      readonly kind: 'confirm';
      readonly options: ConfirmOptions;
      close(confirmed: boolean, closed?: boolean): void;
    }
  | { readonly kind: 'alert'; readonly options: AlertOptions; close(): void }
  | { readonly kind: 'error'; readonly options: ErrorOptions; close(): void }
  | { readonly kind: 'lookup'; readonly options: LookupOptions; close(rows?: readonly LookupRow[]): void }
  | { readonly kind: 'quickCreate'; readonly options: QuickCreateOptions; close(row?: LookupRow): void }
  | { readonly kind: 'form'; readonly options: FormDialogOptions; close(row?: LookupRow): void }
);

export interface ConfirmOptions {
  readonly text: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly confirmButtonLabel?: string;
  readonly cancelButtonLabel?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}
export interface AlertOptions {
  readonly text: string;
  readonly title?: string;
  readonly confirmButtonLabel?: string;
  readonly width?: number;
  readonly height?: number;
}
export interface ErrorOptions {
  readonly message: string;
  readonly details?: string;
  readonly errorCode?: number;
}
export interface LookupOptions {
  readonly tables: readonly string[];
  readonly multiple: boolean;
  readonly viewId?: string;
  readonly searchText?: string;
  /** FetchXML `<filter>` elements, ANDed to the view of their table. */
  readonly filters: readonly { readonly table: string; readonly filterXml: string }[];
  /** Views that a script added to the control (addCustomView), offered besides the table's own. */
  readonly customViews?: readonly ViewDefinition[];
}
/** A row as lookups have it. `id` is a lower-case GUID. */
export interface LookupRow {
  readonly id: string;
  readonly name: string;
  readonly table: string;
}
export interface QuickCreateOptions {
  readonly table: TableDefinition;
  readonly values: Readonly<Record<string, unknown>>;
}
export interface FormDialogOptions {
  readonly page: Extract<Page, { pageType: 'entityrecord' }>;
  readonly title?: string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly position: 'center' | 'side';
}

/** Global notifications: bars above the page. */
export interface Notifications {
  readonly shown: ReadonlySignal<readonly GlobalNotification[]>;
  add(notification: Omit<GlobalNotification, 'id'>): string;
  clear(id: string): void;
}
export interface GlobalNotification {
  readonly id: string;
  readonly level: 'success' | 'error' | 'warning' | 'information';
  readonly message: string;
  readonly showCloseButton: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The blocking layer with a spinner; its text, or undefined when it is not shown. */
export interface Progress {
  readonly message: ReadonlySignal<string | undefined>;
  show(message: string): void;
  close(): void;
}

/** Web resources in the page. */
export interface Scripts {
  /** Loads a script once, its string tables first. @throws Error when it cannot be loaded */
  load(library: string): Promise<void>;
  /** A function by its dotted name (`Inv.Contact.createInvitation`) once its library is loaded. @throws Error when there is none */
  resolve(functionName: string): (...args: readonly unknown[]) => unknown;
  /**
   * A text of a loaded string table, in the user's language, else the base language, else null:
   * `getResourceString('inv_/strings/Invitation', key)`.
   */
  resourceString(table: string, key: string): string | null;
}

/** A mutable signal that only its owner writes. */
export type State<T> = Signal<T>;
