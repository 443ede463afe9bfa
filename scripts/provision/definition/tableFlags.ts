/**
 * Settings of a table that the XML and EntityMetadata have in common: XML element → property. Plain booleans, which keep
 * their name.
 */
export const plainFlags = [
  'ChangeTrackingEnabled',
  'IsQuickCreateEnabled',
  'IsReadingPaneEnabled',
  'IsDocumentManagementEnabled',
  'IsDocumentRecommendationsEnabled',
  'IsKnowledgeManagementEnabled',
  'IsOneNoteIntegrationEnabled',
  'IsBusinessProcessEnabled',
  'IsInteractionCentricEnabled',
  'IsSLAEnabled',
  'IsRetrieveAuditEnabled',
  'IsRetrieveMultipleAuditEnabled',
  'AutoCreateAccessTeams',
  'AutoRouteToOwnerQueue',
  'EntityHelpUrlEnabled',
  'SyncToExternalSearchIndex',
] as const;

/** Settings that are managed properties: XML element, property, and the managed property's own name. */
export const managedFlags = [
  ['IsAuditEnabled', 'IsAuditEnabled', 'canmodifyauditsettings'],
  ['IsConnectionsEnabled', 'IsConnectionsEnabled', 'canmodifyconnectionsettings'],
  ['IsDuplicateCheckSupported', 'IsDuplicateDetectionEnabled', 'canmodifyduplicatedetectionsettings'],
  ['IsMailMergeEnabled', 'IsMailMergeEnabled', 'canmodifymailmergesettings'],
  ['IsVisibleInMobile', 'IsVisibleInMobile', 'canmodifymobilevisibility'],
  ['IsVisibleInMobileClient', 'IsVisibleInMobileClient', 'canmodifymobileclientvisibility'],
  ['IsReadOnlyInMobileClient', 'IsReadOnlyInMobileClient', 'canmodifymobileclientreadonly'],
  ['IsOfflineInMobileClient', 'IsOfflineInMobileClient', 'canmodifymobileclientoffline'],
] as const;
