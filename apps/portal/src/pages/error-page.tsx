import type { Problem } from '@zhaoguan/platform';
import type { VNode } from 'preact';
import { Layout } from '../components/layout';
import type { PageContext } from '../http/page-context';

/** What happened, what to do next, and the number under which we find it. */
export function ErrorPage({ context, problem }: { context: PageContext; problem: Problem }): VNode {
  const { title, lead } = wordsFor(problem);
  return (
    <Layout context={context} title={title} description={title}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <ul class="next-steps">
        <li>
          <a href={context.href('/institutions')}>按名称、区县查机构</a>
        </li>
        <li>
          <a href={context.href('/')}>返回首页</a>
        </li>
      </ul>
      <p class="fine">
        需要人工帮助，请拨打 <a href="tel:12345">12345</a>，并告知编号 <code>{problem.traceId}</code>
      </p>
    </Layout>
  );
}

/** A visitor has asked for an address, not sent a request. */
function wordsFor({ status, code, title, detail }: Problem): { title: string; lead: string } {
  if (status === 404) {
    return {
      title: '没有找到这个页面',
      lead: '地址可能输错了，或者这条信息已经按规定撤下、更正。可以从下面重新查找。',
    };
  }
  if (code === 'MALFORMED_REQUEST' || code === 'URI_TOO_LONG') {
    return { title: '这个地址无法识别', lead: '地址可能输错了，或者没有复制完整。可以从下面重新查找。' };
  }
  return { title, lead: detail };
}
