import { KIND_LABELS } from '@zhaoguan/contracts';
import type { PublicDraw, PublicPage } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, dayOf } from '../components/dates';
import { Empty } from '../components/facts';
import { Layout } from '../components/layout';
import { Paging } from '../components/paging';
import type { PageContext } from '../http/page-context';
import { DrawState } from './draw-words';

/** Every draw that was announced, also those that were voided. */
export function DrawListPage({
  context,
  page,
}: {
  context: PageContext;
  page: PublicPage<PublicDraw>;
}): VNode {
  return (
    <Layout
      context={context}
      title="随机抽取"
      description="双随机抽取的公告、进度和结果，任何人都可以验证。"
      crumbs={[{ name: '随机抽取' }]}
    >
      <h1>随机抽取</h1>
      <p class="lead">
        查哪些机构、由谁去查，都由随机抽取决定。抽取前公布名单和规则，抽取后公开全部数据，任何人都可以
        <a href={context.href('/verify')}>自行验证</a>。作废的抽取也列在这里，并写明理由。
      </p>
      {page.items.length === 0 ? (
        <Empty title="还没有公告过抽取">
          <p>
            主管部门发布抽取公告后会列在这里。可以先看<a href={context.href('/about')}>抽取是怎样进行的</a>。
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="抽取公告（按公告时间，由近到远）"
          keyOf={({ id }) => id}
          rows={page.items}
          columns={[
            { name: '抽取', cell: (row) => <a href={context.href(`/draws/${row.id}`)}>{row.title}</a> },
            { name: '类型', cell: (row) => KIND_LABELS[row.kind] },
            { name: '公告日期', cell: (row) => <Day date={dayOf(row.announcedAt)} /> },
            { name: '名单', cell: (row) => `${row.targetCount} 家` },
            { name: '进度', cell: (row) => <DrawState status={row.status} /> },
          ]}
        />
      )}
      <Paging context={context} {...page} />
    </Layout>
  );
}
