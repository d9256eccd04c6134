import {
  failedItemBasis,
  NOTHING_FAILED,
  PUBLISHED_INSPECTORS_NOTE,
  publishedResultFacts,
  publishedResultTitle,
  type PublishedFactKey,
  type ResultCategoryRow,
} from '@zhaoguan/contracts';
import type { PublicPage, PublicResult } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, dayOf, longDate } from '../components/dates';
import { DroppedNote } from '../components/dropped-note';
import { Empty, Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Paging } from '../components/paging';
import { RecordFilters } from '../components/record-filters';
import type { Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';
import { placeName, publicationDelay, ResultMark } from './record-words';

export interface ResultListData {
  readonly districts: Districts;
  readonly categories: readonly ResultCategoryRow[];
  readonly dropped: boolean;
  readonly page: PublicPage<PublicResult>;
}

const PATH = '/inspection-results';

/** Published inspection results. */
export function ResultListPage({ context, data }: { context: PageContext; data: ResultListData }): VNode {
  const { page } = data;
  return (
    <Layout
      context={context}
      title="检查结果"
      description="民政、卫生健康等部门公布的养老机构、托育机构检查结果。"
      crumbs={[{ name: '检查结果' }]}
    >
      <h1>检查结果</h1>
      <p class="lead">主管部门检查完成后 20 个工作日内在这里公布，用语按全国统一的公示用语。</p>
      <RecordFilters context={context} districts={data.districts} path={PATH}>
        <CategorySelect categories={data.categories} chosen={context.query['result']} />
      </RecordFilters>
      <DroppedNote dropped={data.dropped} />
      {page.items.length === 0 ? (
        <Empty title="没有符合条件的检查结果">
          <p>
            可以换一个区县，或者<a href={context.href(PATH)}>查看全部检查结果</a>。
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="检查结果（按公布时间，由近到远）"
          keyOf={({ id }) => id}
          rows={page.items}
          columns={[
            {
              name: '机构',
              cell: (row) => <a href={context.href(`${PATH}/${row.id}`)}>{row.institutionName}</a>,
            },
            { name: '区县', cell: (row) => placeName(row.districtName) },
            { name: '检查日期', cell: (row) => <Day date={row.inspectedOn} today={context.today} /> },
            { name: '结果', cell: (row) => <ResultMark result={row.result} label={row.resultLabel} /> },
          ]}
        />
      )}
      <Paging context={context} {...page} />
    </Layout>
  );
}

function CategorySelect(props: {
  categories: readonly ResultCategoryRow[];
  chosen: string | undefined;
}): VNode {
  return (
    <div class="field">
      <label for="result">检查结果</label>
      <select id="result" name="result">
        <option value="">全部结果</option>
        {props.categories.map(({ code, label }) => (
          <option key={code} value={code} selected={code === props.chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One inspection: who looked, when, under which plan, and what was wrong. */
export function ResultPage({ context, result }: { context: PageContext; result: PublicResult }): VNode {
  const title = publishedResultTitle(result.institutionName);
  return (
    <Layout
      context={context}
      title={title}
      description={`${result.institutionName} ${result.inspectedOn} 检查结果：${result.resultLabel}`}
      crumbs={[{ name: '检查结果', path: PATH }, { name: result.institutionName }]}
    >
      <h1>{title}</h1>
      <p class="lead">
        <ResultMark result={result.result} label={result.resultLabel} />
      </p>
      <Section id="inspection" title="这次检查">
        <Particulars context={context} result={result} />
        <p class="fine">{PUBLISHED_INSPECTORS_NOTE}</p>
      </Section>
      <Section id="failed" title="不符合的事项">
        <FailedItems context={context} result={result} />
      </Section>
    </Layout>
  );
}

/** In the words that the reviewer read before publication; some of them lead further here. */
function Particulars({ context, result }: { context: PageContext; result: PublicResult }): VNode {
  const publishedOn = dayOf(result.publishedAt);
  const facts = publishedResultFacts({
    ...result,
    inspectedOn: longDate(result.inspectedOn),
    publishedOn: longDate(publishedOn),
  });
  const richer: Partial<Record<PublishedFactKey, VNode>> = {
    institution: <a href={context.href(`/institutions/${result.institutionId}`)}>{result.institutionName}</a>,
    inspectedOn: <Day date={result.inspectedOn} today={context.today} />,
    inspectors: <span class="mono">{result.certificateNumbers.join('、')}</span>,
    publishedOn: (
      <>
        <Day date={publishedOn} /> <span class="quiet">（{publicationDelay(result)}）</span>
      </>
    ),
  };
  return (
    <Facts
      facts={[
        ...facts.map(({ key, name, text }) => ({ name, value: richer[key] ?? text })),
        result.corrects === null ? null : { name: '说明', value: '本条更正了此前公布的结果，以本条为准' },
      ]}
    />
  );
}

function FailedItems({ context, result }: { context: PageContext; result: PublicResult }): VNode {
  if (result.failedItems.length === 0) return <p>{NOTHING_FAILED}</p>;
  return (
    <>
      <ol class="text">
        {result.failedItems.map(({ code, title, basis }) => (
          <li key={code}>
            {title}
            <span class="under">{failedItemBasis(code, basis)}</span>
          </li>
        ))}
      </ol>
      <p class="fine">
        这是检查当日的情况。机构是否已经改正，可以看
        <a href={context.href(`/institutions/${result.institutionId}`)}>机构页</a>
        上此后的检查结果。
      </p>
    </>
  );
}
