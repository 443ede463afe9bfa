import { child, children } from '../../../solution/xml.js';
import { textIn } from '../../read/markup.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/**
 * Elements with 0 or 1 that every export of an own table has; what is left out gets the server's default, which
 * changes.
 */
const flagNames = [
  ...['IsDuplicateCheckSupported', 'IsBusinessProcessEnabled', 'IsRequiredOffline'],
  ...['IsInteractionCentricEnabled', 'IsCollaboration', 'AutoRouteToOwnerQueue', 'IsConnectionsEnabled'],
  ...['IsDocumentManagementEnabled', 'AutoCreateAccessTeams', 'IsOneNoteIntegrationEnabled'],
  ...['IsKnowledgeManagementEnabled', 'IsSLAEnabled', 'IsDocumentRecommendationsEnabled', 'IsBPFEntity'],
  ...['IsAuditEnabled', 'IsRetrieveAuditEnabled', 'IsRetrieveMultipleAuditEnabled', 'IsActivity'],
  ...['IsActivityParty', 'IsReplicated', 'IsReplicationUserFiltered', 'IsMailMergeEnabled'],
  ...['IsVisibleInMobile', 'IsVisibleInMobileClient', 'IsReadOnlyInMobileClient', 'IsOfflineInMobileClient'],
  ...['IsMapiGridEnabled', 'IsReadingPaneEnabled', 'IsQuickCreateEnabled', 'SyncToExternalSearchIndex'],
  ...['IsCustomizable', 'IsRenameable', 'IsMappable', 'CanModifyAuditSettings', 'CanModifyMobileVisibility'],
  ...['CanModifyMobileClientVisibility', 'CanModifyMobileClientReadOnly', 'CanModifyMobileClientOffline'],
  ...['CanModifyConnectionSettings', 'CanModifyDuplicateDetectionSettings', 'CanModifyMailMergeSettings'],
  ...['CanModifyQueueSettings', 'CanCreateAttributes', 'CanCreateForms', 'CanCreateCharts', 'CanCreateViews'],
  ...['CanModifyAdditionalSettings', 'CanEnableSyncToExternalSearchIndex', 'EnforceStateTransitions'],
  ...['CanChangeHierarchicalRelationship', 'EntityHelpUrlEnabled', 'ChangeTrackingEnabled'],
  ...['CanChangeTrackingBeEnabled', 'IsEnabledForExternalChannels', 'IsSolutionAware'],
] as const;

/** A table says each of its properties, once, as 0 or 1. */
export const flags: Rule = {
  name: 'table/flags',
  look: ({ files }) =>
    readWholeTables(files).flatMap(({ file, entity, schemaName }) =>
      flagNames.map((name) => {
        const flag = child(entity, name);
        const once = children(entity, name).length === 1;
        return {
          file,
          problem:
            flag !== undefined && once && /^[01]$/.test(textIn(flag))
              ? undefined
              : `${schemaName} does not say ${name} once, as 0 or 1. Write <${name}>0</${name}> or 1.`,
        };
      }),
    ),
};
