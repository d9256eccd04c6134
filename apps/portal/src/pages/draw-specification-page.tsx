import type { VNode } from 'preact';
import { Layout } from '../components/layout';
import type { PageContext } from '../http/page-context';

export const SPECIFICATION_FILE = '/spec/draw.md';

/** The specification as it stands, for whoever writes a verifier of their own. */
export function DrawSpecificationPage({ context, text }: { context: PageContext; text: string }): VNode {
  return (
    <Layout
      context={context}
      title="随机抽取规范"
      description="随机抽取算法的完整规范，可以据此编写自己的验证程序。"
      crumbs={[{ name: '随机抽取', path: '/draws' }, { name: '规范' }]}
    >
      <h1>随机抽取规范</h1>
      <p class="lead">
        供编写验证程序的人使用，原文为英文，附算例。用平常话写的说明见
        <a href={`${context.href('/about')}#algorithm`}>抽取怎样计算</a>。
      </p>
      <p class="more">
        <a href={SPECIFICATION_FILE} download="zhaoguan-draw-v1.md">
          下载规范原文
        </a>
      </p>
      <pre class="specification" lang="en">
        {text}
      </pre>
    </Layout>
  );
}
