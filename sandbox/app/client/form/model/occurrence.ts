import type { AttributeModel, ControlModel, SaveMode } from './formModel.js';
import type { SaveError } from './saveError.js';

/** What happened that handlers are told of: `ContextOf` makes their execution context of it. */
export type Occurrence =
  | { readonly kind: 'load'; readonly state: DataLoadState }
  | { readonly kind: 'dataLoad'; readonly state: DataLoadState }
  | { readonly kind: 'save'; readonly decision: SaveDecision }
  | { readonly kind: 'postSave'; readonly error?: SaveError }
  | { readonly kind: 'change'; readonly attribute: AttributeModel }
  | { readonly kind: 'preSearch'; readonly control: ControlModel };

/** XRM's FormDataLoadState: 1 initial load, 2 save, 3 refresh. */
export type DataLoadState = 1 | 2 | 3;

/** What the OnSave handlers make of a save; they write to it. */
export interface SaveDecision {
  readonly mode: SaveMode;
  isPrevented: boolean;
  /** Whether an error in a handler prevents it too. */
  preventOnError: boolean;
}

/** One call of one handler: `variables` are shared by the handlers of an occurrence. */
export interface HandlerCall {
  readonly occurrence: Occurrence;
  /** 0-based place in the order of the handlers. */
  readonly depth: number;
  readonly variables: Map<string, unknown>;
}
