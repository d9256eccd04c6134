import { sm3 } from 'sm-crypto-v2';
import { fromHex, type Hash } from './hash';

/** SM3 in plain JavaScript, for browsers. Node callers inject the much faster one of node:crypto. */
export const portableSm3: Hash = (bytes) => fromHex(sm3(bytes));
