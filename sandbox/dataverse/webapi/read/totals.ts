import type { QueryResult } from '../../query/model.js';
import { annotationNames, type Preferences } from './preferences.js';
import type { RowJson } from './rowJson.js';

/** `@odata.count` when it was asked for, and the annotations about it; without a count the total is -1. */
export function totals(result: QueryResult, preferences: Preferences): RowJson {
  const json: RowJson = {};
  if (result.total !== undefined) json['@odata.count'] = result.total;
  if (preferences.includes(annotationNames.totalRecordCount)) {
    json[`@${annotationNames.totalRecordCount}`] = result.total ?? -1;
  }
  if (preferences.includes(annotationNames.totalRecordCountLimitExceeded)) {
    json[`@${annotationNames.totalRecordCountLimitExceeded}`] = result.totalExceeded ?? false;
  }
  return json;
}
