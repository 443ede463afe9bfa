import { describe, expect, it } from '@jest/globals';
import { countedAddress } from '../../../../plugins/redeem/locks/address.js';

describe('An address counts as', () => {
  it.each([
    ['an IPv4 address, itself', '203.0.113.7', '203.0.113.7'],
    ['… without the port of a proxy', '203.0.113.7:49152', '203.0.113.7'],
    ['… over an IPv6 socket', '::ffff:203.0.113.7', '203.0.113.7'],
    ['… the same in hexadecimal', '::FFFF:cb00:7107', '203.0.113.7'],
    ['… the same in full', '0:0:0:0:0:ffff:cb00:7107', '203.0.113.7'],
    ['… the same in brackets, with a port', '[::ffff:203.0.113.7]:49152', '203.0.113.7'],
    ['an IPv6 address, its /64', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['… of the same network', '2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['… of another network', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['… however it is written', '2001:0DB8:0001:0002:0000:0000:0000:0001', '2001:db8:1:2::/64'],
    ['… with zeros in its network', '2001:db8::1', '2001:db8:0:0::/64'],
    ['… that ends in zeros', '2001:db8:1:2:3:4::', '2001:db8:1:2::/64'],
    ['… with one group left out', '2001:db8:1:2:3:4::6', '2001:db8:1:2::/64'],
    ['… with an IPv4 address at its end', '64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
    ['… in brackets, with a port', '[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['… of a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['the loopback', '::1', '0:0:0:0::/64'],
    ['white space and no more, nothing', '  ', ''],
    ['text that is no address, itself', ' Site of Contoso ', 'site of contoso'],
    ['what only looks like one, itself', '999.0.113.7', '999.0.113.7'],
    ['… neither is this one', '2001:db8:::1', '2001:db8:::1'],
  ])('%s', (_name, given, counted) => {
    expect(countedAddress(given)).toBe(counted);
  });
});
