/** CrmClientTypeRule: the app runs in a browser. */
export function isClient(client: 'Web' | 'Outlook'): boolean {
  return client === 'Web';
}

/**
 * CommandClientTypeRule: Unified Interface shows the commands made for the command bar (Modern) and for the updated
 * forms (Refresh), none of those made for the old ribbon (Legacy).
 */
export function isPresentation(client: 'Legacy' | 'Modern' | 'Refresh'): boolean {
  return client !== 'Legacy';
}
