import { isIPv4, isIPv6 } from 'node:net';

/**
 * What a network address counts as. One customer of a provider has at least a /64 of IPv6 (RFC 6177), so its 2^64 addresses count as
 * one. An IPv4 address that came over an IPv6 socket (`::ffff:203.0.113.7`, RFC 4291, 2.5.5.2) is that IPv4 address. Ports and zones,
 * which some proxies leave on it, are no part of it. Text that is no address stands for itself.
 */
export function countedAddress(text: string): string {
  const address = bare(text);
  if (isIPv4(address) || !isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');

/** The eight numbers of an IPv6 address. `URL` writes what it holds of IPv4 as two groups too (WHATWG URL, IPv6 serializer). */
function groupsOf(address: string): readonly number[] {
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before, after] = shortest
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16))));
  if (before === undefined || after === undefined) return before ?? [];
  const gap = Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...gap, ...after];
}
