import type { PublicSigningKey } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Instant } from '../components/dates';
import { Empty, Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Mark } from '../components/marks';
import type { PageContext } from '../http/page-context';

interface Props {
  readonly context: PageContext;
  readonly keys: readonly PublicSigningKey[];
}

/** The public keys by which the signature of a paper is checked, those of the past included, and how to do it. */
export function SigningKeysPage({ context, keys }: Props): VNode {
  return (
    <Layout
      context={context}
      title="文书签名的公钥"
      description="核对本系统文书电子签名的公钥，现在使用的和以前使用的。"
      crumbs={[{ name: '文书核验', path: '/papers' }, { name: '签名公钥' }]}
    >
      <h1>文书签名的公钥</h1>
      <p class="lead">
        主管部门的文书制作完成时即以国密算法签名（SM2，摘要为 SM3，用户标识
        1234567812345678）。用下面的公钥，任何人都可以核对一份文件是不是本系统签发的、有没有改动过。
      </p>
      {keys.length === 0 ? (
        <Empty title="还没有签名用过的密钥">
          <p>第一份文书签名以后，公钥在这里公布。</p>
        </Empty>
      ) : (
        keys.map((key) => <Key key={key.keyId} of={key} />)
      )}
      <Section id="offline" title="离线核对">
        <p>在核验页下载文书的签名，在本页下载公钥，再用本系统的命令行工具核对，不需要网络：</p>
        <pre class="specification">
          npm run -s papers -- verify 文书.pdf --signature 签名.json --key 公钥.json
        </pre>
        <p>
          <a href="/api/v1/public/signing-keys">下载全部公钥（JSON）</a>
          。密钥会更换；更换以后，以前的公钥仍在这里，以前的签名照常可以核对。
        </p>
      </Section>
    </Layout>
  );
}

function Key({ of: { keyId, publicKey, since, until } }: { of: PublicSigningKey }): VNode {
  return (
    <Section id={`key-${keyId}`} title={`密钥 ${keyId}`}>
      <p>{until === null ? <Mark tone="good">现在使用</Mark> : <Mark tone="plain">已更换</Mark>}</p>
      <Facts
        facts={[
          { name: '首次使用', value: <Instant at={since} /> },
          until === null ? null : { name: '更换时间', value: <Instant at={until} /> },
          { name: '公钥（SM2）', value: <span class="mono">{publicKey}</span> },
        ]}
      />
    </Section>
  );
}
