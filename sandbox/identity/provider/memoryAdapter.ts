import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Entries of a kind at which those that are over are dropped. */
const sweepAt = 1_000;

/** What a grant gives out, and what goes with it; a sign-in that is under way names its grant too, and stays. */
const revocable: ReadonlySet<string> = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

/** Keeps sessions, codes and tokens of one provider in memory, by the machine's clock as the library does: at its end they are gone. */
export function memoryAdapter(): AdapterFactory {
  const kinds = new Map<string, Map<string, Kept>>();
  return (kind) => {
    const kept = kinds.get(kind) ?? new Map<string, Kept>();
    kinds.set(kind, kept);
    return adapterOf(kept, kinds);
  };
}

function adapterOf(kept: Map<string, Kept>, kinds: ReadonlyMap<string, Map<string, Kept>>): Adapter {
  const found = (id: string): AdapterPayload | undefined => {
    const entry = kept.get(id);
    return entry !== undefined && entry.until > Date.now() ? entry.payload : undefined;
  };
  const findBy = (name: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    const [id] = [...kept].find(([, { payload }]) => payload[name] === value) ?? [];
    return id === undefined ? undefined : found(id);
  };

  return {
    async upsert(id, payload, seconds) {
      if (kept.size >= sweepAt) for (const known of kept.keys()) if (!found(known)) kept.delete(known);
      kept.set(id, { payload, until: seconds === undefined ? Infinity : Date.now() + seconds * 1000 });
    },
    find: async (id) => found(id),
    findByUid: async (uid) => findBy('uid', uid),
    findByUserCode: async (userCode) => findBy('userCode', userCode),
    async consume(id) {
      const payload = found(id);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      kept.delete(id);
    },
    async revokeByGrantId(grantId) {
      for (const [kind, entries] of kinds) {
        if (!revocable.has(kind)) continue;
        for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id);
      }
    },
  };
}
