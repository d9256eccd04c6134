import type { AnnouncedDraw } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import type { PageContext } from '../http/page-context';
import { isVerifiable } from './draw-words';
import { STYLE_SHEET } from '../styles/style-sheet';

interface VerifyProps {
  readonly context: PageContext;
  /** The draw to verify; without one, any bundle from the visitor's own disk. */
  readonly draw: AnnouncedDraw | undefined;
  readonly script: string;
}

/**
 * The only page with a script, and the script is written into it: saved to a disk, the page verifies without a network
 * and without us.
 */
export function VerifyPage({ context, draw, script }: VerifyProps): VNode {
  const opened = draw !== undefined && isVerifiable(draw);
  const title = draw ? `验证：${draw.title}` : '自行验证抽取';
  const crumbs = draw ? [{ name: draw.title, path: `/draws/${draw.id}` }] : [];
  return (
    <Layout
      context={context}
      title={title}
      description="在自己的电脑上重新计算一次抽取，核对结果是否一致。"
      crumbs={[{ name: '随机抽取', path: '/draws' }, ...crumbs, { name: '验证' }]}
      inlineStyle={STYLE_SHEET.text}
    >
      <h1>{title}</h1>
      <p class="lead">
        验证就是用公开的数据把抽取从头再算一遍，看结果是不是一样。计算在您自己的电脑上进行，数据不会上传。
      </p>
      {!draw && (
        <p>
          数据包和公告的摘要在每次抽取自己的页面上：<a href={context.href('/draws')}>全部随机抽取</a>
          。从那里进入验证，还会核对数据包是不是那一次抽取的。
        </p>
      )}
      {draw && !opened && (
        <p class="notice">这次抽取还没有公开。这批检查全部结束后公开完整数据，届时可以在这里验证。</p>
      )}
      <div
        id="verify"
        data-bundle-url={opened ? `/api/v1/public/draws/${draw.id}/bundle` : undefined}
        data-title={draw?.title}
        data-announcement={draw?.announcementSm3}
      >
        <noscript>
          <p class="notice">
            您的浏览器没有运行脚本，不能在本页验证。可以下载数据包，请会用电脑的人按“关于本站”里写明的
            <a href={`${context.href('/about')}#algorithm`}>算法</a>和
            <a href={context.href('/spec/draw')}>完整规范</a>，用任何语言重新计算。
          </p>
        </noscript>
        {opened && (
          <Section id="own" title="用本站公布的数据包">
            <p>
              <button type="button" class="button" id="verify-start">
                开始验证
              </button>
            </p>
            <p class="more">
              <a href={`/api/v1/public/draws/${draw.id}/bundle`} download={`draw-${draw.id}.json`}>
                下载数据包
              </a>
            </p>
          </Section>
        )}
        <Section id="file" title="用电脑里的数据包">
          <p>
            <label for="bundle-file">选择下载好的抽取数据包（JSON 文件）</label>
          </p>
          <input id="bundle-file" type="file" accept=".json,application/json" />
        </Section>
        <Section id="outcome" title="验证结果">
          <div id="verify-output" role="status">
            <p>还没有开始验证。</p>
          </div>
        </Section>
      </div>
      <Section id="offline" title="不放心本站，也可以断网验证">
        <ol class="text">
          <li>在浏览器里把本页另存到电脑，本页不依赖任何其他文件。</li>
          <li>下载数据包，断开网络，打开存好的网页，选择数据包。</li>
          <li>结果里的公告摘要，应当和抽取前公布的公告摘要相同。</li>
        </ol>
      </Section>
      <script dangerouslySetInnerHTML={{ __html: script }} />
    </Layout>
  );
}
