import { siteInWords } from '@zhaoguan/contracts';
import { daysBetween } from '@zhaoguan/kernel';
import type { PublicPage, PublicPenalty } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, longDate } from '../components/dates';
import { DroppedNote } from '../components/dropped-note';
import { Empty, Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Paging } from '../components/paging';
import { RecordFilters } from '../components/record-filters';
import type { Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';
import { penaltyText } from './record-words';

export interface PenaltyListData {
  readonly districts: Districts;
  readonly dropped: boolean;
  readonly page: PublicPage<PublicPenalty>;
}

const PATH = '/penalties';
const CLASSES = { MINOR: '轻微失信', GENERAL: '一般失信', SERIOUS: '严重失信' } as const;

/** Penalties in their term of publicity. */
export function PenaltyListPage({ context, data }: { context: PageContext; data: PenaltyListData }): VNode {
  const { page } = data;
  return (
    <Layout
      context={context}
      title="行政处罚"
      description="正在公示期内的养老机构、托育机构行政处罚决定。"
      crumbs={[{ name: '行政处罚' }]}
    >
      <h1>行政处罚</h1>
      <p class="lead">
        这里是正在公示期内的处罚决定。公示期满或者依法撤下的，不再显示。哪些行为会受到处罚、可以怎样处罚，见
        <a href={context.href('/penalty-bases')}>处罚依据</a>。
      </p>
      <RecordFilters context={context} districts={data.districts} path={PATH} />
      <DroppedNote dropped={data.dropped} />
      {page.items.length === 0 ? (
        <Empty title="没有正在公示的行政处罚">
          <p>
            公示期满的处罚不再显示。要了解一家机构的情况，可以
            <a href={context.href('/institutions')}>查机构</a>
            ，看它的检查记录。
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="行政处罚（按公布时间，由近到远）"
          keyOf={({ id }) => id}
          rows={page.items}
          columns={[
            {
              name: '当事人',
              cell: (row) => (
                <>
                  <a href={context.href(`${PATH}/${row.id}`)}>{row.institutionName}</a>
                  <span class="under">{row.decisionNumber}</span>
                </>
              ),
            },
            { name: '违法行为', cell: (row) => row.violation },
            { name: '处罚', cell: (row) => penaltyText(row) },
            { name: '决定日期', cell: (row) => <Day date={row.decidedOn} /> },
          ]}
        />
      )}
      <Paging context={context} {...page} />
    </Layout>
  );
}

/** One decision: for what, by whom, on which ground, and until when it is shown. */
export function PenaltyPage({ context, penalty }: { context: PageContext; penalty: PublicPenalty }): VNode {
  const left = daysBetween(context.today, penalty.publicUntil);
  return (
    <Layout
      context={context}
      title={`行政处罚 ${penalty.decisionNumber}`}
      description={`${penalty.institutionName}：${penalty.violation}`}
      crumbs={[{ name: '行政处罚', path: PATH }, { name: penalty.decisionNumber }]}
    >
      <h1>行政处罚决定</h1>
      <p class="lead">{penalty.decisionNumber}</p>
      <Section id="decision" title="决定内容">
        <Facts
          facts={[
            {
              name: '当事人',
              value: (
                <a href={context.href(`/institutions/${penalty.institutionId}`)}>{penalty.institutionName}</a>
              ),
            },
            { name: '统一社会信用代码', value: <span class="mono">{penalty.uscc}</span> },
            { name: '机构类型', value: siteInWords(penalty) },
            { name: '所在地', value: penalty.districtName },
            { name: '违法行为', value: penalty.violation },
            { name: '处罚', value: penaltyText(penalty) },
            {
              name: '处罚依据',
              value: (
                <a href={context.href('/penalty-bases')}>
                  {penalty.basisLaw}
                  {penalty.basisArticle}
                </a>
              ),
            },
            { name: '作出决定的机关', value: penalty.authority },
            { name: '决定日期', value: <Day date={penalty.decidedOn} today={context.today} /> },
          ]}
        />
      </Section>
      <Section id="term" title="公示期限">
        <Facts
          facts={[
            { name: '类别', value: CLASSES[penalty.publicityClass] },
            { name: '公示开始', value: <Day date={penalty.publicFrom} /> },
            {
              name: '公示到期',
              value: `${longDate(penalty.publicUntil)}${left >= 0 ? `（还有 ${left} 天）` : ''}`,
            },
          ]}
        />
        <p class="fine">
          期限依照《信用修复管理办法》计算。机构纠正违法行为、达到最短公示期的，可以向作出决定的机关申请提前停止公示。
        </p>
        <p class="fine">决定被变更、撤销的，三个工作日内撤回并说明理由。</p>
      </Section>
    </Layout>
  );
}
