/** What can be started for a contact: activated background processes that people may run on demand. */
const filter =
  '<filter type="and">' +
  '<condition attribute="type" operator="eq" value="1" />' + // a definition, not its activated copy
  '<condition attribute="category" operator="eq" value="0" />' + // a workflow
  '<condition attribute="mode" operator="eq" value="0" />' + // in the background
  '<condition attribute="ondemand" operator="eq" value="1" />' +
  '<condition attribute="statecode" operator="eq" value="1" />' + // activated
  '<condition attribute="primaryentity" operator="eq" value="contact" />' +
  '</filter>';

/** OnPreSearch of the workflow lookup. A custom filter holds for one search, so it is set before each. */
export function filterWorkflows(event: Xrm.Events.EventContext): void {
  event
    .getFormContext()
    .getControl<Xrm.Controls.LookupControl>('inv_workflowid')
    ?.addCustomFilter(filter, 'workflow');
}
