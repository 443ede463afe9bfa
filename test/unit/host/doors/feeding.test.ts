import { describe, expect, it } from '@jest/globals';
import type { Plugin, PluginContext } from '../../../../plugins/contract/plugin.js';
import { silentTelemetry } from '../../../../plugins/contract/telemetry.js';
import { feeding } from '../../../../plugins/host/doors/feeding.js';
import { plugins } from '../../../../plugins/host/plugins.js';

function parts(given: readonly Plugin[] = plugins as readonly Plugin[]) {
  const rung: string[] = [];
  const told: unknown[] = [];
  let userId = 'first';
  const context = {
    get identity() {
      return { userId };
    },
    telemetry: { ...silentTelemetry, happened: (...what: unknown[]) => void told.push(what) },
  } as unknown as PluginContext;
  const bell = {
    ring: (plugin: string) => void rung.push(plugin),
    orAfter: async () => false,
    heard: () => undefined,
  };
  return {
    rung,
    told,
    context: feeding(context, bell, given),
    become: (id: string) => {
      userId = id;
    },
  };
}

describe('the context of the doors', () => {
  it('wakes those who start workflows after a redemption, and tells of it', () => {
    const { context, rung, told } = parts();
    context.telemetry.happened('redeemed', 'redeemed');
    expect(rung).toEqual(['workflow']);
    expect(told).toEqual([['redeemed', 'redeemed', undefined]]);
  });

  it('wakes nobody for what made no work', () => {
    const { context, rung, told } = parts();
    context.telemetry.happened('redeemed', 'alreadyRedeemed');
    context.telemetry.happened('redeemed', 'invalidCode');
    context.telemetry.happened('security', 'redeemed');
    expect(rung).toEqual([]);
    expect(told).toHaveLength(3);
  });

  it('wakes nobody in a service without such plugins', () => {
    const { context, rung } = parts([]);
    context.telemetry.happened('redeemed', 'redeemed');
    expect(rung).toEqual([]);
  });

  it('has the identity of this moment', () => {
    const { context, become } = parts();
    become('second');
    expect(context.identity.userId).toBe('second');
  });
});
