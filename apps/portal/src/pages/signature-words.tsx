import type { PublicSignature } from '@zhaoguan/publication';
import { Instant } from '../components/dates';
import { Digest } from '../components/digest';
import type { Fact } from '../components/facts';
import type { PageContext } from '../http/page-context';

export const SIGNING_KEYS_PATH = '/signing-keys';

/** What is said of the signature of a file: by which key, in whose name, and where it is had for a check of one's own. */
export function signatureFacts(context: PageContext, signature: PublicSignature | undefined): Fact[] {
  if (!signature) return [{ name: '电子签名', value: '尚未签名，文件制作完成后自动签名' }];
  const { keyId, authority, signedAt, sm3 } = signature;
  return [
    {
      name: '电子签名',
      value: (
        <>
          {authority}，<Instant at={signedAt} />
          ，密钥 <a href={`${context.href(SIGNING_KEYS_PATH)}#key-${keyId}`}>{keyId}</a>
        </>
      ),
    },
    {
      name: '签名值（SM2）',
      value: <Digest name="签名值" value={signature.signature} />,
    },
    {
      name: '自行核对',
      value: <a href={`/api/v1/public/signatures/${sm3}`}>下载签名（JSON），可以不经本站离线核对</a>,
    },
  ];
}
