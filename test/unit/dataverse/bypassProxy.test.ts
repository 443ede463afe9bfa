import { describe, expect, it } from '@jest/globals';
import { bypassProxy } from '../../../plugins/dataverse/transport/bypassProxy.js';

const remaining = (url: string): string[] => {
  const environment = { http_proxy: 'http://proxy:3128', https_proxy: 'http://proxy:3128' };
  bypassProxy(new URL(url), environment);
  return Object.keys(environment);
};

describe('bypassing the proxy', () => {
  it.each([
    ['http://localhost:5800', ['https_proxy']],
    ['http://127.0.0.1:5800', ['https_proxy']],
    ['http://[::1]:5800', ['https_proxy']],
    ['https://localhost:5801', ['http_proxy']],
    ['https://contoso.crm.dynamics.com', ['http_proxy', 'https_proxy']],
    ['https://127.example.com', ['http_proxy', 'https_proxy']],
  ])('for %s leaves %p', (url, expected) => {
    expect(remaining(url)).toEqual(expected);
  });
});
