import { RATING_LEVEL_LABELS, RATING_LEVELS } from '@zhaoguan/contracts';
import type { PublicServiceRating, ServiceRatingPage } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { longDate } from '../components/dates';
import { Empty } from '../components/facts';
import { Layout } from '../components/layout';
import { Paging } from '../components/paging';
import type { PageContext } from '../http/page-context';

/** How applicants rated the service of each authority (好差评), and what was made of bad ratings. */
export function ServiceRatingsPage({
  context,
  page,
}: {
  context: PageContext;
  page: ServiceRatingPage;
}): VNode {
  return (
    <Layout
      context={context}
      title="服务评价"
      description="申请人对各地主管部门服务的评价和差评办理情况。"
      crumbs={[{ name: '办事指南', path: '/guide' }, { name: '服务评价' }]}
    >
      <h1>服务评价</h1>
      <p class="lead">
        提交申请、退回补正、现场核查、准予或者不予，许可的受理、不予受理和延长期限，以及准予以后对承诺材料、终止服务的核实，申请人每一步可以评价一次，共五个等级。差评由没有办理过该件的人员回访核实，整改以后向评价人反馈。下面是
        {longDate(page.from)}至{longDate(page.to)}
        的评价；满意率为非常满意、满意、基本满意的占比，经核实不成立的差评不计入，单独列出。按已经结束的季度统计，一个季度评价不足{' '}
        {page.minimum} 件的机关，该季度不计入，以免认出评价人。
      </p>
      {page.items.length === 0 ? (
        <Empty title="还没有可以公开的评价">
          <p>
            一个机关在一个季度收到 {page.minimum} 件评价的，季度结束以后在这里公开。怎样办理，见
            <a href={context.href('/guide')}>办事指南</a>。
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="各机关的服务评价"
          keyOf={({ office }) => office}
          rows={page.items}
          columns={COLUMNS}
        />
      )}
      <Paging context={context} previousCursor={null} nextCursor={page.nextCursor} />
      <p class="fine">
        依据《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）。
      </p>
    </Layout>
  );
}

const COLUMNS = [
  { name: '机关', cell: (row: PublicServiceRating) => row.officeName },
  { name: '评价', cell: (row: PublicServiceRating) => `${row.total} 件`, number: true },
  { name: '满意率', cell: ({ satisfaction }: PublicServiceRating) => percent(satisfaction), number: true },
  {
    name: '各等级',
    cell: ({ levels, unfounded }: PublicServiceRating) => (
      <>
        {RATING_LEVELS.map((level) => `${RATING_LEVEL_LABELS[level]} ${levels[level]}`).join('，')}
        {unfounded > 0 && <span class="under">另有经核实不成立的 {unfounded} 件</span>}
      </>
    ),
  },
  { name: '差评办理', cell: ({ followUps }: PublicServiceRating) => followUpsInWords(followUps) },
];

function followUpsInWords({ opened, ended, endedInTime }: PublicServiceRating['followUps']): string {
  if (opened === 0) return '没有差评';
  if (ended === 0) return `${opened} 件，尚未办结`;
  return `${opened} 件，办结 ${ended} 件，按期办结 ${percent(Math.round((endedInTime / ended) * 10_000))}`;
}

function percent(basisPoints: number | null): string {
  return basisPoints === null ? '没有' : `${(basisPoints / 100).toFixed(1)}%`;
}
