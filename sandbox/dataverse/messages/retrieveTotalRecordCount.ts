import { errors } from '../errors.js';
import { tableName } from '../storage/columns.js';
import type { Message } from './message.js';
import { textListParameter } from './parameters.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import { complexResponse } from './response.js';

/**
 * `RetrieveTotalRecordCount(EntityNames)` function: how many rows tables have. Dataverse answers from a snapshot of
 * the last 24 hours; the sandbox counts.
 */
export const retrieveTotalRecordCount: Message = {
  name: 'RetrieveTotalRecordCount',
  kind: 'function',
  binding: { to: 'nothing' },
  run: (call) => {
    const { catalogue, store } = call.session.organization;
    const names = textListParameter(call, 'EntityNames');
    const counts = names.map((name) => {
      const table = catalogue.tables.get(name);
      if (table === undefined)
        throw errors.invalidArgument(`The entity with a name = '${name}' was not found.`);
      requirePrivilege(call.session, table, 'Read');
      return Number(store.one(`SELECT COUNT(*) AS count FROM ${tableName(table)}`)?.['count'] ?? 0);
    });
    return complexResponse(call.request, 'RetrieveTotalRecordCountResponse', {
      EntityRecordCountCollection: { Count: names.length, IsReadOnly: false, Keys: names, Values: counts },
    });
  },
};
