import type { Table } from '../metadata/model.js';
import type { Session } from '../organization/organization.js';
import type { ApiRequest, ApiResponse } from '../webapi/exchange.js';

/** One call of a function or an action, its address already read. */
export interface MessageCall {
  readonly request: ApiRequest;
  readonly session: Session;
  /** The table before the message's name in the URL; undefined for an unbound message. */
  readonly boundTable?: Table;
  /** The row before the message's name; undefined when it is bound to a collection or to nothing. */
  readonly boundId?: string;
  /** Actions: the members of the JSON body. Functions: the OData literals as they stand in the URL, aliases resolved. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A function (GET) or an action (POST) of the Web API. */
export interface Message {
  /** Case-sensitive, as in the URL. */
  readonly name: string;
  readonly kind: 'function' | 'action';
  readonly binding: Binding;
  run(call: MessageCall): ApiResponse;
}

/** What a message is called on. `tables` are logical names; without them the message is there for every table. */
export type Binding =
  | { readonly to: 'nothing' }
  | { readonly to: 'row'; readonly tables?: readonly string[] }
  | { readonly to: 'collection'; readonly tables?: readonly string[] };
