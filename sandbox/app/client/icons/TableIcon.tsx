import type { Host } from '../host/host.js';
import { Icon } from './Icon.js';
import { WebResourceIcon } from './WebResourceIcon.js';

/** The app's own drawings for tables that bring none. */
const ownIcons: Readonly<Record<string, string>> = {
  account: 'organization',
  activitypointer: 'calendar',
  annotation: 'document',
  appointment: 'calendar',
  contact: 'person',
  email: 'mail',
  phonecall: 'phone',
  systemuser: 'person',
  task: 'check',
  queue: 'mail',
  team: 'people',
  workflow: 'flow',
};

interface TableIconProps {
  readonly host: Host;
  readonly table: string;
  /** Name of a web resource that goes before the table's own: a site map entry may have one. */
  readonly icon?: string | undefined;
}

/** The icon of a table. Decoration: the table is named beside it. */
export function TableIcon({ host, table, icon }: TableIconProps) {
  const webResource = icon ?? host.definition.tables[table]?.icon;
  if (webResource !== undefined) return <WebResourceIcon name={webResource} />;
  return <Icon name={ownIcons[table] ?? 'document'} />;
}
