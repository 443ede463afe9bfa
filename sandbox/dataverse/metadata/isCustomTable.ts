/** Whether a solution's publisher made a table: then its name begins with a prefix, which the platform's do not. */
export function isCustomTable({ logicalName }: { readonly logicalName: string }): boolean {
  return logicalName.includes('_');
}
