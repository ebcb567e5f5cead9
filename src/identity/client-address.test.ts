import { describe, expect, test } from 'vitest';
import { addressBehindProxies } from './client-address.ts';

describe('the address attempts are counted for', () => {
  test.each([
    [
      'without trusted proxies, what X-Forwarded-For claims is ignored',
      '192.0.2.1',
      '203.0.113.9',
      0,
      '192.0.2.1',
    ],
    ['behind one proxy, its last entry is the client', '10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    [
      'behind one proxy, an invented entry in front is ignored',
      '10.0.0.1',
      '198.51.100.7, 203.0.113.9',
      1,
      '203.0.113.9',
    ],
    [
      'behind two, the second from the right',
      '10.0.0.1',
      '198.51.100.7, 203.0.113.9, 10.0.0.2',
      2,
      '203.0.113.9',
    ],
    ['a proxy that sends no header leaves its own address', '10.0.0.1', undefined, 1, '10.0.0.1'],
    ['fewer entries than proxies: the first', '10.0.0.1', '203.0.113.9', 3, '203.0.113.9'],
    ['IPv4 written as IPv6', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['IPv6 is counted by its network', '2001:db8:0:1:aaaa::1', undefined, 0, '2001:db8:0:1::/64'],
    ['IPv6 written short', '2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
    ['IPv6 of this machine', '::1', undefined, 0, '0:0:0:0::/64'],
    ['IPv6 with a zone', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
    ['what is no address', '10.0.0.1', 'evil"; drop', 1, 'unknown'],
  ])('%s', (_what, connected, forwardedFor, proxies, counted) => {
    expect(addressBehindProxies(connected, forwardedFor, proxies)).toBe(counted);
  });
});
