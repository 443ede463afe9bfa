/** A statement broke a unique index: the row's own id, an alternate key, or a link that exists already. */
export class UniqueViolation extends Error {
  constructor(
    /** Logical name of the table. */
    readonly table: string,
    /** Physical names of the index's columns, in its order. */
    readonly columns: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`A row of '${table}' with the same ${columns.join(', ')} exists already.`, options);
    this.name = 'UniqueViolation';
  }
}

/** Reads SQLite's message `UNIQUE constraint failed: contact.contactid, …`; undefined when it says something else. */
export function asUniqueViolation(error: unknown): UniqueViolation | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, list] = /UNIQUE constraint failed: (.+)$/.exec(error.message) ?? [];
  if (list === undefined) return undefined;
  const names = list.split(', ').map((name) => name.split('.'));
  return new UniqueViolation(
    names[0]?.[0] ?? '',
    names.map(([, column]) => column ?? ''),
    { cause: error },
  );
}
