/** A yes-or-no setting of a column that the sandbox keeps and shows without acting on it: a managed property. */
interface ColumnSetting {
  /** AttributeMetadata's property, and the element of Entity.xml but for one: IsValidForAdvancedFind is in DisplayMask. */
  readonly property: string;
  /** The name of what allows the change. */
  readonly managed: string;
  readonly byDefault: boolean;
  /** The type of columns that have it, when not all have. */
  readonly type?: 'datetime';
}

/** The settings, in the order of the metadata. */
export const columnSettings: readonly ColumnSetting[] = [
  {
    property: 'CanChangeDateTimeBehavior',
    managed: 'canchangedatetimebehavior',
    byDefault: true,
    type: 'datetime',
  },
  { property: 'IsAuditEnabled', managed: 'canmodifyauditsettings', byDefault: false },
  { property: 'IsGlobalFilterEnabled', managed: 'canmodifyglobalfiltersettings', byDefault: false },
  { property: 'IsSortableEnabled', managed: 'canmodifyissortablesettings', byDefault: false },
  { property: 'IsValidForAdvancedFind', managed: 'canmodifysearchsettings', byDefault: true },
];

/** The settings of one column, by the property's name. */
export type ColumnSettings = Readonly<Record<string, boolean>>;

/** A value for every setting: what `read` finds, or else its default. */
export function columnSettingsFrom(read: (setting: ColumnSetting) => boolean | undefined): ColumnSettings {
  return Object.fromEntries(columnSettings.map((each) => [each.property, read(each) ?? each.byDefault]));
}

/** What holds for a column of which nobody says anything. */
export const defaultColumnSettings: ColumnSettings = columnSettingsFrom(() => undefined);
