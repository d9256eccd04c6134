import type { PublicNonconformity, PublicPage } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, Instant } from '../components/dates';
import { Empty, Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Mark } from '../components/marks';
import { Paging } from '../components/paging';
import type { PageContext } from '../http/page-context';

export const NONCONFORMITIES_PATH = '/nonconformities';
const TITLE = '备案不符合要求的托育机构';

interface ListProps {
  readonly context: PageContext;
  readonly page: PublicPage<PublicNonconformity>;
}

/** Childcare institutions that were told that what they filed does not meet the standards. */
export function NonconformityListPage({ context, page }: ListProps): VNode {
  return (
    <Layout
      context={context}
      title={TITLE}
      description="备案内容不符合设置标准、管理规范，由卫生健康部门向社会公开的托育机构。"
      crumbs={[{ name: TITLE }]}
    >
      <h1>{TITLE}</h1>
      <p class="lead">
        托育机构报送备案后，卫生健康部门认为备案内容不符合《托育机构设置标准（试行）》《托育机构管理规范（试行）》的，依照规定告知机构、说明理由，并在这里公开。
      </p>
      {page.items.length === 0 ? (
        <Empty title="现在没有公开的不符合要求的托育机构">
          <p>
            已经备案的托育机构，可以在
            <a href={context.href('/institutions', { kind: 'CHILDCARE' })}>查机构</a>
            中查到。
          </p>
        </Empty>
      ) : (
        <DataTable
          caption={`${TITLE}（按公开时间，由近到远）`}
          keyOf={({ id }) => id}
          rows={page.items}
          columns={[
            {
              name: '机构',
              cell: ({ id, name, number }) => (
                <>
                  <a href={context.href(`${NONCONFORMITIES_PATH}/${id}`)}>{name}</a>
                  <span class="under">{number}</span>
                </>
              ),
            },
            { name: '所在地', cell: ({ districtName }) => districtName },
            { name: '告知日期', cell: ({ issuedOn }) => <Day date={issuedOn} /> },
            { name: '现在', cell: (row) => <Now of={row} /> },
          ]}
        />
      )}
      <Paging context={context} {...page} />
    </Layout>
  );
}

function Now({ of: { filedSince } }: { of: PublicNonconformity }): VNode {
  return filedSince === null ? <Mark tone="attention">尚未备案</Mark> : <Mark tone="good">此后已备案</Mark>;
}

/** One of them: what does not meet the standards, and whether it has been filed since. */
export function NonconformityPage(props: { context: PageContext; of: PublicNonconformity }): VNode {
  const { context, of } = props;
  return (
    <Layout
      context={context}
      title={`${of.name}：备案内容不符合要求`}
      description={`${of.authority}告知${of.name}：备案内容不符合要求。`}
      crumbs={[{ name: TITLE, path: NONCONFORMITIES_PATH }, { name: of.name }]}
    >
      <h1>备案内容不符合要求</h1>
      <p class="lead">{of.name}</p>
      <p>
        <Now of={of} />
      </p>
      <Section id="reason" title="不符合要求的内容和理由">
        {of.reason.split('\n').map((line, i) => (
          // The lines of one reason do not change places.
          <p key={i}>{line}</p>
        ))}
      </Section>
      <Section id="notice" title="告知书">
        <Facts
          facts={[
            {
              name: '文号',
              value: <a href={context.href('/papers', { number: of.number })}>{of.number}</a>,
            },
            { name: '出具机关', value: of.authority },
            { name: '告知日期', value: <Day date={of.issuedOn} today={context.today} /> },
            { name: '统一社会信用代码', value: <span class="mono">{of.uscc}</span> },
            { name: '所在地', value: of.districtName },
            of.filedSince === null
              ? null
              : {
                  name: '此后的备案',
                  value: (
                    <a href={context.href(`/receipts/${encodeURIComponent(of.filedSince)}`)}>
                      {of.filedSince}
                    </a>
                  ),
                },
            { name: of.corrected ? '更正时间' : '公开时间', value: <Instant at={of.publishedAt} /> },
          ]}
        />
        <p class="fine">
          依据《托育机构登记和备案办法（试行）》（国卫办人口发〔2019〕25号）第九条公开。公开的内容不包含个人信息；机构改正后可以重新备案。
        </p>
      </Section>
    </Layout>
  );
}
