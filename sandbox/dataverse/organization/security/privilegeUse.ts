/** What a user was asked for → whether a role or profile gave it, each time. */
export type Asked = ReadonlyMap<string, boolean>;

/**
 * Remembers which privileges, and which rights to secured columns, requests asked for, so that a test can tell what a
 * role or profile lacks and what it has too much.
 */
export class PrivilegeUse {
  readonly #privileges = new Map<string, Map<string, boolean>>();
  readonly #columns = new Map<string, Map<string, boolean>>();

  /** A privilege was asked for. One refusal is kept, whatever is granted later. */
  record(userId: string, privilege: string, granted: boolean): void {
    note(this.#privileges, userId, privilege, granted);
  }

  /**
   * A right to a secured column was asked for.
   * @param right column and verb: `new_project.new_secret update`
   */
  recordColumn(userId: string, right: string, granted: boolean): void {
    note(this.#columns, userId, right, granted);
  }

  /** The privileges that were asked of a user since the last reset. */
  of(userId: string): Asked {
    return new Map(this.#privileges.get(userId));
  }

  /** The rights to secured columns that were asked of a user since the last reset. */
  columnsOf(userId: string): Asked {
    return new Map(this.#columns.get(userId));
  }

  reset(): void {
    this.#privileges.clear();
    this.#columns.clear();
  }
}

function note(
  byUser: Map<string, Map<string, boolean>>,
  userId: string,
  what: string,
  granted: boolean,
): void {
  const asked = byUser.get(userId) ?? new Map<string, boolean>();
  asked.set(what, granted && asked.get(what) !== false);
  byUser.set(userId, asked);
}
