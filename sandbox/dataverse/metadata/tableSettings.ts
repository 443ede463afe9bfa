/** A yes-or-no setting of a table that the sandbox keeps and shows without acting on it. */
interface TableSetting {
  /** EntityMetadata's property. */
  readonly property: string;
  /** The element of Entity.xml. */
  readonly element: string;
  /** A managed property: `{ Value, CanBeChanged }`, and the name of what allows the change. */
  readonly managed?: string;
  /** What holds when nobody says anything ("Create and update table definitions using the Web API", default values). */
  readonly byDefault: boolean;
}

/** The settings, in the order of the metadata. */
export const tableSettings = [
  setting('AutoCreateAccessTeams'),
  setting('AutoRouteToOwnerQueue'),
  setting('EntityHelpUrlEnabled'),
  setting('IsAuditEnabled', 'canmodifyauditsettings'),
  setting('IsBusinessProcessEnabled'),
  setting('IsConnectionsEnabled', 'canmodifyconnectionsettings'),
  setting('IsDocumentManagementEnabled'),
  setting('IsDocumentRecommendationsEnabled'),
  {
    ...setting('IsDuplicateDetectionEnabled', 'canmodifyduplicatedetectionsettings'),
    element: 'IsDuplicateCheckSupported',
  },
  setting('IsInteractionCentricEnabled'),
  setting('IsKnowledgeManagementEnabled'),
  setting('IsMailMergeEnabled', 'canmodifymailmergesettings'),
  setting('IsOfflineInMobileClient', 'canmodifymobileclientoffline'),
  setting('IsOneNoteIntegrationEnabled'),
  setting('IsQuickCreateEnabled'),
  setting('IsReadOnlyInMobileClient', 'canmodifymobileclientreadonly'),
  { ...setting('IsReadingPaneEnabled'), byDefault: true },
  setting('IsRetrieveAuditEnabled'),
  setting('IsRetrieveMultipleAuditEnabled'),
  setting('IsSLAEnabled'),
  setting('IsVisibleInMobile', 'canmodifymobilevisibility'),
  setting('IsVisibleInMobileClient', 'canmodifymobileclientvisibility'),
  setting('SyncToExternalSearchIndex'),
] as const satisfies readonly TableSetting[];

/** The settings of one table, by the property's name. */
export type TableSettings = Readonly<Record<string, boolean>>;

/** A value for every setting: what `read` finds, or else its default. */
export function settingsFrom(read: (setting: TableSetting) => boolean | undefined): TableSettings {
  return Object.fromEntries(tableSettings.map((each) => [each.property, read(each) ?? each.byDefault]));
}

function setting(property: string, managed?: string): TableSetting {
  return { property, element: property, byDefault: false, ...(managed === undefined ? {} : { managed }) };
}
