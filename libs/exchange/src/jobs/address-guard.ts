import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { AppConfig } from '@zhaoguan/platform';

/** Addresses that belong to nobody on the public internet (RFC 6890, RFC 9637): a webhook could reach our own neighbours by them. */
const INTERNAL_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
/** Of IPv6 only what is given out for the internet (2000::/3), less what leads back to IPv4 or is for documents. */
const PUBLIC_6 = ['2000::', 3] as const;
const INTERNAL_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/** @returns whether a webhook may be sent to this address; `networks` (CIDR or addresses) are open besides the internet */
export function addressGuard(networks: readonly string[]): (address: string) => boolean {
  const open = new BlockList();
  for (const entry of networks.flatMap((each) => (each === 'loopback' ? ['127.0.0.0/8', '::1'] : [each]))) {
    const [address = '', length] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (length === undefined) open.addAddress(address, family);
    else open.addSubnet(address, Number(length), family);
  }
  const internal = new BlockList();
  for (const [address, length] of INTERNAL_4) internal.addSubnet(address, length, 'ipv4');
  for (const [address, length] of INTERNAL_6) internal.addSubnet(address, length, 'ipv6');
  const global = new BlockList();
  global.addSubnet(...PUBLIC_6, 'ipv6');
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    if (isIPv4(plain)) return open.check(plain, 'ipv4') || !internal.check(plain, 'ipv4');
    if (!isIPv6(plain)) return false;
    return open.check(plain, 'ipv6') || (global.check(plain, 'ipv6') && !internal.check(plain, 'ipv6'));
  };
}

/** What the settings of this system open: `EXCHANGE_NETWORKS`, and in a demonstration this machine. */
export function guardOf({
  exchangeNetworks,
  demo,
}: Pick<AppConfig, 'exchangeNetworks' | 'demo'>): (address: string) => boolean {
  return addressGuard([...exchangeNetworks, ...(demo ? ['loopback'] : [])]);
}
