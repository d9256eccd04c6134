import { UsageError, type Command } from '../command';
import { verifyPaper } from './verify-paper';

/**
 * `papers verify FILE --signature S --key K`: whether a paper is the one that was signed, without network, database or settings.
 * `papers rotate-key`: signs with a new key from now on.
 * @returns 0 when the signature is of this file by this key, 1 when it is not
 */
export const papersCommand: Command = async ([action, ...rest], io) => {
  if (action === 'verify') return verifyPaper(rest, io);
  if (action === 'rotate-key' && rest.length === 0) return (await import('./rotate-key.js')).rotateKey(io);
  throw new UsageError('papers 的子命令是 verify 和 rotate-key。');
};
