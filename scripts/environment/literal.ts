/** OData string literal: a quote in it is doubled. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
