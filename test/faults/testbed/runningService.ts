import { setTimeout as turn } from 'node:timers/promises';
import type { ServiceConfig } from '../../../plugins/host/config.js';
import { createLog } from '../../../plugins/host/logging.js';
import { plugins as allPlugins } from '../../../plugins/host/plugins.js';
import { type RunningService, type ServiceParts, startService } from '../../../plugins/host/startService.js';
import { environmentVariables } from '../../../solution/schema.js';
import type { Product } from '../../service/product/product.js';
import { sampleSettings } from '../../service/product/settings.js';

/** A whole service in this process: its host, its loops and its plugins. */
export interface ServiceUnderTest {
  readonly service: RunningService;
  /** What it has logged: `warn INV_CODE_INVALID The code …`. */
  readonly logged: readonly string[];
}

const running: RunningService[] = [];

/** Starts a service against the product; by default as the development user of the service, looking all the time. */
export async function runService(
  product: Product,
  config: Partial<ServiceConfig> = {},
  parts: Partial<ServiceParts> = {},
): Promise<ServiceUnderTest> {
  const logged: string[] = [];
  const write = (line: string): void => {
    const { level, errorCode = '', message } = JSON.parse(line) as Record<string, string>;
    logged.push(`${level ?? ''} ${errorCode} ${message ?? ''}`);
  };
  const service = await startService(
    {
      dataverseUrl: product.sandbox.url,
      identities: [{ kind: 'managedIdentity' }],
      host: '127.0.0.1',
      port: 0,
      pollMilliseconds: 20,
      concurrency: 8,
      instances: 1,
      mailsPerMinute: 0,
      logLevel: 'info',
      ...config,
    },
    {
      plugins: allPlugins as ServiceParts['plugins'],
      log: createLog('info', { write }),
      ...(config.identities === undefined ? { identities: [{ token: async () => 'dev-service' }] } : {}),
      ...parts,
    },
  );
  running.push(service);
  return { service, logged };
}

/** For `afterEach`. */
export async function stopServices(): Promise<void> {
  await Promise.all(running.splice(0).map((service) => service.stop()));
}

/** The makers' setting without which no service works. */
export async function setSiteUrl(product: Product): Promise<void> {
  const { name } = environmentVariables.siteUrl;
  const [definition] = await product.admin.rows(
    `environmentvariabledefinitions?$filter=schemaname eq '${name}'`,
  );
  const id = String(definition?.['environmentvariabledefinitionid']);
  await product.admin.create('environmentvariablevalues', {
    value: sampleSettings.siteUrl,
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${id})`,
  });
}

/** Waits until something has come true, looking again at each turn. @throws Error when it does not within `patience` milliseconds */
export async function until(what: string, isTrue: () => boolean, patience = 45_000): Promise<void> {
  const giveUp = Date.now() + patience;
  while (!isTrue()) {
    if (Date.now() > giveUp) throw new Error(`waited ${patience} ms until ${what}`);
    await turn(2);
  }
}
