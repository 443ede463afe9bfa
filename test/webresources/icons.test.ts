import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readXml } from '../../scripts/solution/xml.js';
import { filesBelow, webResourceFolder } from './sources.js';

const icons = filesBelow(webResourceFolder, '.svg').map((file) => [basename(file), readXml(file)] as const);

describe.each(icons)('icon %s', (name, svg) => {
  it('has a name that a web resource may have', () => {
    expect(name).toMatch(/^[a-z_]+\.svg$/);
  });

  it('is drawn on 20 by 20 and scales', () => {
    expect(svg.nodeName).toBe('svg');
    expect(svg.getAttribute('viewBox')).toBe('0 0 20 20');
    expect([svg.hasAttribute('width'), svg.hasAttribute('height')]).toEqual([false, false]);
  });

  it('draws shapes, runs and loads nothing', () => {
    const elements = Array.from(svg.getElementsByTagName('*')).map((element) => element.nodeName);
    expect(elements.length).toBeGreaterThan(0);
    expect(elements.filter((element) => !['path', 'circle'].includes(element))).toEqual([]);
  });
});

it('there are icons for every command and table', () => {
  expect(icons.map(([name]) => name).sort()).toEqual(
    [
      'create_invitation.svg',
      'create_invitations.svg',
      'invitation.svg',
      'linked_identity.svg',
      'redemption.svg',
      'redemption_lock.svg',
      'redemption_request.svg',
      'revoke.svg',
      'send.svg',
      'send_again.svg',
      'web_role.svg',
    ].sort(),
  );
});
