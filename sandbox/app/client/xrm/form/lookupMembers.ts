import type { Handler, LookupControlModel } from '../../form/model/formModel.js';
import { bracedId, normalizeId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { queryType } from '../../../definition/view/queryType.js';

/** What controls of lookups have besides the rest. */
export function lookupMembers(host: Host, lookup: LookupControlModel): object {
  const { preSearchHandlers, entityTypes, defaultView } = lookup;
  return {
    addPreSearch: (handler: Handler) => void preSearchHandlers.add(handler),
    removePreSearch: (handler: Handler) => void preSearchHandlers.delete(handler),
    addCustomFilter: (filter: string, table?: string) => lookup.addCustomFilter(filter, table),
    addCustomView: (
      id: string,
      table: string,
      name: string,
      fetchXml: string,
      layoutXml: string,
      isDefault: boolean,
    ) => lookup.addCustomView({ id: normalizeId(id), table, name, fetchXml, layoutXml, isDefault }),
    getDefaultView() {
      const id = defaultView.value ?? lookupViewOf(host, entityTypes.value[0] ?? '');
      return id === undefined ? null : bracedId(id);
    },
    setDefaultView(id: string) {
      defaultView.value = normalizeId(id);
    },
    getEntityTypes: () => [...entityTypes.value],
    setEntityTypes(tables: readonly string[]) {
      entityTypes.value = [...tables];
    },
  };
}

function lookupViewOf({ definition }: Host, table: string): string | undefined {
  const views = definition.tables[table]?.views ?? [];
  return (views.find((view) => view.queryType === queryType.lookup) ?? views[0])?.id;
}
