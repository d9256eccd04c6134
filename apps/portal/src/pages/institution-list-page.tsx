import { GRADES, GRADE_LABELS, SITE_NAMES, siteInWords } from '@zhaoguan/contracts';
import type { FilingEndFacts, LastInspection, PublicInstitution, PublicPage } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable, type TableColumn } from '../components/data-table';
import { Day } from '../components/dates';
import { DroppedNote } from '../components/dropped-note';
import { Empty } from '../components/facts';
import { FilterRow } from '../components/filters';
import { Layout } from '../components/layout';
import { GradeMark } from '../components/marks';
import { Paging } from '../components/paging';
import { Scope, SearchForm, type Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';
import { REGISTER_KINDS } from '../http/search-criteria';
import { capacityText, ExpiredMark, FilingEndMark, StatusMark } from './institution-words';
import { placeName, ResultMark } from './record-words';

export interface InstitutionListData {
  readonly districts: Districts;
  readonly fault: string | undefined;
  /** A filter of the address that we do not know was left out. */
  readonly dropped: boolean;
  readonly page: PublicPage<PublicInstitution>;
  /** By institution; one that is absent was never inspected, as far as was published. */
  readonly last: ReadonlyMap<string, LastInspection>;
  /** By institution, of those whose filing or licence the authority has ended (注销、撤销). */
  readonly ends: ReadonlyMap<string, FilingEndFacts>;
}

/** Institutions that fit what was asked for. */
export function InstitutionListPage({
  context,
  data,
}: {
  context: PageContext;
  data: InstitutionListData;
}): VNode {
  const { fault } = data;
  return (
    <Layout
      context={context}
      title="查机构"
      description="按名称、区县、类型和信用等级查询养老机构、托育机构。"
      crumbs={[{ name: '查机构' }]}
    >
      <h1>查机构</h1>
      <div class="panel">
        <SearchForm context={context} districts={data.districts} fault={fault} />
        <Filters context={context} />
      </div>
      <DroppedNote dropped={data.dropped} />
      {fault === undefined && (
        <>
          <Scope context={context} districts={data.districts} />
          <Found context={context} data={data} />
        </>
      )}
    </Layout>
  );
}

function Filters({ context }: { context: PageContext }): VNode {
  return (
    <div class="filters">
      <FilterRow
        context={context}
        name="机构类型"
        parameter="kind"
        choices={REGISTER_KINDS.map((value) => ({ value, label: SITE_NAMES[value] }))}
      />
      {!context.elder && (
        <FilterRow
          context={context}
          name="信用等级"
          parameter="grade"
          choices={GRADES.map((value) => ({ value, label: `${value} ${GRADE_LABELS[value]}` }))}
        />
      )}
    </div>
  );
}

function Found({
  context,
  data: { page, last, ends },
}: {
  context: PageContext;
  data: InstitutionListData;
}): VNode {
  if (page.items.length === 0) {
    return (
      <Empty title="没有符合条件的机构">
        <ul class="text">
          <li>名称只输入最有特点的两三个字再试一次，例如“春晖”。</li>
          <li>
            换一个区县，或者<a href={context.href('/institutions')}>查看全部机构</a>。
          </li>
          <li>
            机构仍然查不到的，可能尚未备案，可以拨打 <a href="tel:12345">12345</a> 核实。
          </li>
        </ul>
      </Empty>
    );
  }
  return (
    <>
      <DataTable
        caption="机构名录（按录入名录的时间，由近到远）"
        columns={columnsOf(context, { last, ends })}
        rows={page.items}
        keyOf={({ id }) => id}
      />
      <Paging context={context} {...page} />
    </>
  );
}

function columnsOf(
  context: PageContext,
  { last, ends }: Pick<InstitutionListData, 'last' | 'ends'>,
): readonly TableColumn<PublicInstitution>[] {
  return [
    {
      name: '机构',
      cell: (row) => (
        <>
          <a href={context.href(`/institutions/${row.id}`)}>{row.name}</a>
          <span class="under">
            {siteInWords(row)} · {capacityText(row)}
          </span>
          {row.formerNames.length > 0 && <span class="under">曾用名：{row.formerNames.join('、')}</span>}
          {row.status !== 'OPERATING' && <StatusMark status={row.status} />}
          <ExpiredMark on={row.licenceExpiredOn} />
          <EndMark end={ends.get(row.id)} />
        </>
      ),
    },
    { name: '区县', cell: (row) => placeName(row.districtName) },
    { name: '最近检查', cell: (row) => <LastCell context={context} last={last.get(row.id)} /> },
    { name: '信用等级', cell: (row) => <GradeMark grade={row.grade} /> },
  ];
}

function EndMark({ end }: { end: FilingEndFacts | undefined }): VNode | null {
  return end === undefined ? null : <FilingEndMark filingEnd={end} />;
}

function LastCell({ context, last }: { context: PageContext; last: LastInspection | undefined }): VNode {
  if (!last) return <span class="quiet">没有检查记录</span>;
  return (
    <>
      <ResultMark result={last.result} label={last.resultLabel} />
      <span class="under">
        <Day date={last.inspectedOn} today={context.today} />
      </span>
    </>
  );
}
