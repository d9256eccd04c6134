import { REGIME_WORDS, REMOVAL_WORDS, siteInWords } from '@zhaoguan/contracts';
import type { PublicAnnouncement, PublicPage, PublicRemoval } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, longDate } from '../components/dates';
import { DroppedNote } from '../components/dropped-note';
import { Empty, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Mark } from '../components/marks';
import { Paging } from '../components/paging';
import { RecordFilters } from '../components/record-filters';
import type { Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';

export interface RemovalListData {
  readonly districts: Districts;
  readonly dropped: boolean;
  readonly page: PublicPage<PublicRemoval>;
  readonly announced: readonly PublicAnnouncement[];
}

/** Filings and licences that the authority has ended, and notices to institutions that cannot be reached otherwise. */
export function RemovalListPage({ context, data }: { context: PageContext; data: RemovalListData }): VNode {
  const { page, announced } = data;
  return (
    <Layout
      context={context}
      title="注销、撤销决定"
      description="主管机关对养老机构、托育机构作出的注销、撤销决定，以及公告送达的事先告知。"
      crumbs={[{ name: '注销、撤销决定' }]}
    >
      <h1>注销、撤销决定</h1>
      <p class="lead">
        机构已经不在了又没有办理终止的，由主管机关注销；取得时材料虚假或者本来不应当取得的，予以撤销。作出决定以前，
        机构可以陈述、申辩。
      </p>
      <RecordFilters context={context} districts={data.districts} path="/removals" />
      <DroppedNote dropped={data.dropped} />
      {announced.length > 0 && <Announced context={context} rows={announced} />}
      {page.items.length === 0 ? (
        <Empty title="没有注销、撤销决定">
          <p>
            要了解一家机构现在的情况，可以<a href={context.href('/institutions')}>查机构</a>，或者
            <a href={context.href('/receipts')}>核对编号</a>。
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="注销、撤销决定（按决定时间，由近到远）"
          keyOf={({ id }) => id}
          rows={page.items}
          columns={[
            {
              name: '机构',
              cell: (row) => (
                <>
                  <a href={context.href(`/institutions/${row.institutionId}`)}>{row.institutionName}</a>
                  <span class="under">
                    {siteInWords(row)}，{row.districtName}
                  </span>
                </>
              ),
            },
            { name: '编号', cell: (row) => <span class="mono">{row.filingNumber}</span> },
            { name: '决定', cell: (row) => <Outcome row={row} /> },
            {
              name: '决定日期',
              cell: (row) => (
                <>
                  <Day date={row.decidedOn} />
                  <span class="under">{row.authority}</span>
                </>
              ),
            },
          ]}
        />
      )}
      <Paging context={context} {...page} />
    </Layout>
  );
}

function Outcome({ row }: { row: PublicRemoval }): VNode {
  return (
    <>
      {REMOVAL_WORDS[row.regime].types[row.type]}：{row.ground}
      <span class="under">
        {row.decisionNumber}，{row.law}
      </span>
      {row.annulledOn !== null && (
        <p>
          <Mark tone="good">决定已撤销，{REGIME_WORDS[row.regime].held}恢复</Mark>（
          <Day date={row.annulledOn} />）
        </p>
      )}
    </>
  );
}

function Announced({ context, rows }: { context: PageContext; rows: readonly PublicAnnouncement[] }): VNode {
  return (
    <Section id="announced" title="公告送达的事先告知">
      <p>
        下列机构联系不上，由办理机关在这里公告。机构可以在最后一日以前向办理机关陈述、申辩；逾期的，依法作出决定。
      </p>
      <ul class="records">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={context.href(`/institutions/${row.institutionId}`)}>{row.institutionName}</a>
            <p>
              拟{REMOVAL_WORDS[row.regime].types[row.type]}（{row.filingNumber}）：{row.ground}
            </p>
            <p class="quiet">
              {row.authority} · {longDate(row.servedOn)}公告，陈述、申辩截至{longDate(row.statementUntil)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
