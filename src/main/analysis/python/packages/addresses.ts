import { BlockList, isIP } from 'node:net';

/** The computer itself. */
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Addresses that no package comes from, and that answer whoever is on this network with what is not meant for others: what
 * a cloud tells its machines about themselves, devices that found each other, and what is no single machine's.
 */
const NO_SOURCE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['192.0.0.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NO_SOURCE.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['fd00:ec2::', 32],
  ['ff00::', 8],
  // The same addresses of the fourth version, written in the ways the sixth has for them.
  ['64:ff9b::169.254.0.0', 112],
  ['64:ff9b:1::', 48],
  ['2002:a9fe::', 32],
] as const)
  NO_SOURCE.addSubnet(net, bits, 'ipv6');

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** @param address of either version, without brackets */
export const isLoopback = (address: string): boolean => LOOPBACK.check(address, family(address));

/** Whether package files may come from this address; a loopback one only where the source itself was named so. */
export const mayBeSource = (address: string, loopbackToo: boolean): boolean =>
  isLoopback(address) ? loopbackToo : !NO_SOURCE.check(address, family(address));
