import { loadConfig, rotateSigningKey, sm2KeyId, sm2PublicKey } from '@zhaoguan/platform';
import type { CommandIo } from '../command';

/** Takes effect with the next paper: the key is read at every signature. The old private key is gone then. */
export function rotateKey({ stdout }: CommandIo): number {
  const publicKey = sm2PublicKey(rotateSigningKey(loadConfig()));
  stdout.write(
    `已启用新的签名密钥 ${sm2KeyId(publicKey)}，从下一份文书起使用，不需要重新启动。\n` +
      `以前的公钥仍然公布，以前的签名照常可以核对。\n公钥 ${publicKey}\n`,
  );
  return 0;
}
