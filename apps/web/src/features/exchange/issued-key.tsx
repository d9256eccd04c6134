import { Alert } from 'antd';
import { CopyButton } from '../../shared/ui/copy-button';
import type { IssuedKey } from './queries';

/** The key: shown once, so what to do with it stands beside it. */
export function IssuedKeyNotice({ given: { keyId, secret } }: { readonly given: IssuedKey }) {
  return (
    <Alert
      type="warning"
      showIcon
      title="访问密钥只显示这一次"
      description={
        <>
          <p>
            密钥编号：<code className="mono">{keyId}</code> <CopyButton name="密钥编号" value={keyId} />
          </p>
          <p>
            密钥：
            <code className="mono" style={{ overflowWrap: 'anywhere' }}>
              {secret}
            </code>{' '}
            <CopyButton name="密钥" value={secret} />
          </p>
          <p>请当面或者以加密的方式交给平台的技术人员，不要通过微信、短信发送。</p>
        </>
      }
    />
  );
}
