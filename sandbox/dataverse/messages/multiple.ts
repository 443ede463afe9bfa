import { errors } from '../errors.js';
import type { Table } from '../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../webapi/exchange.js';
import { createMultiple, updateMultiple, upsertMultiple } from '../webapi/write/multiple.js';
import type { Message } from './message.js';

type Operation = (
  request: ApiRequest,
  table: Table,
  parameters: Readonly<Record<string, unknown>>,
) => ApiResponse;

/** The bulk operation messages, bound to the collection of every table ("Bulk operation messages"). */
export const multipleMessages: readonly Message[] = [
  multiple('CreateMultiple', createMultiple),
  multiple('UpdateMultiple', updateMultiple),
  multiple('UpsertMultiple', upsertMultiple),
];

function multiple(name: string, operation: Operation): Message {
  return {
    name,
    kind: 'action',
    binding: { to: 'collection' },
    run: ({ request, boundTable, parameters }) => {
      if (boundTable === undefined) throw errors.unknownSegment(name);
      return operation(request, boundTable, parameters);
    },
  };
}
