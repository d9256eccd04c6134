import { GRADE_LABELS, GRADES, KIND_LABELS, KINDS, siteInWords, type Grade } from '@zhaoguan/contracts';
import { Input, Select, Space } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE, CLEARABLE_TEXT } from '../../shared/form/clearable';
import { ExportButton } from '../../shared/files/export-button';
import { useListWords } from '../../shared/session/use-list-words';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { Page } from '../../shared/ui/page';
import { usePlaceName } from '../../shared/ui/places';
import { GradeMark } from '../../shared/ui/status';
import { LinkButton } from '../../shared/ui/link-button';
import { FilingEndMark, InstitutionState, LicenceExpiredMark } from './institution-state';
import { useInstitutions, type InstitutionLine } from './queries';

const columnsOf = ({
  number: numberLabel,
  unnumbered,
}: ReturnType<typeof useListWords>): readonly ColumnType<InstitutionLine>[] => [
  {
    title: '机构名称',
    dataIndex: 'name',
    width: 180,
    render: (name: string, { id, formerNames }) => (
      <>
        <Link to={`/institutions/${id}`}>{name}</Link>
        <FormerNames names={formerNames} />
      </>
    ),
  },
  { title: '类别', key: 'kind', render: (_, row) => siteInWords(row) },
  { title: '信用等级', dataIndex: 'grade', render: (grade: Grade) => <GradeMark grade={grade} /> },
  { title: '床位或托位', dataIndex: 'capacity', align: 'right' },
  { title: '地址', dataIndex: 'address', ellipsis: true, width: 260 },
  {
    title: numberLabel,
    dataIndex: 'filingNumber',
    render: (number: string | null, { filingEndedAs, licenceExpiredOn, regime }) => (
      <>
        <div>{number ?? unnumbered}</div>
        <LicenceExpiredMark on={licenceExpiredOn} />
        <FilingEndMark endedAs={filingEndedAs} regime={regime} />
      </>
    ),
  },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: InstitutionLine['status']) => <InstitutionState status={status} />,
  },
];

export default function InstitutionListPage() {
  const [filters, change] = useFilters(['q', 'kind', 'grade', 'district']);
  const mayImport = useMay('institution.import');
  const words = useListWords();
  const list = useInstitutions(filters as Parameters<typeof useInstitutions>[0]);
  return (
    <Page
      title="机构名录"
      actions={
        <>
          {mayImport && <LinkButton to="/institutions/imports">导入名录</LinkButton>}{' '}
          <ExportButton path="/api/v1/institutions/export" filters={filters} name="机构名录" />
        </>
      }
    >
      <Space wrap style={{ marginBottom: 16 }}>
        <Input.Search
          allowClear={CLEARABLE_TEXT}
          defaultValue={filters.q}
          placeholder={`名称中的两个字、${words.number}或信用代码`}
          aria-label="查找机构"
          onSearch={(q) => change({ q })}
          style={{ width: 320 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="类别"
          placeholder="全部类别"
          value={filters.kind}
          onChange={(kind?: string) => change({ kind })}
          options={KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
          style={{ width: 140 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="信用等级"
          placeholder="全部等级"
          value={filters.grade}
          onChange={(grade?: string) => change({ grade })}
          options={GRADES.map((grade) => ({ value: grade, label: `${grade} ${GRADE_LABELS[grade]}` }))}
          style={{ width: 160 }}
        />
      </Space>
      <ListTable
        list={list}
        what="机构"
        columns={columnsOf(words)}
        to={({ id }) => `/institutions/${id}`}
        card={(row) => <InstitutionCard row={row} />}
        empty={
          Object.keys(filters).length > 0
            ? '没有符合条件的机构。可以少填几个条件，或者换一个字再找。'
            : mayImport
              ? '名录里还没有机构。准予的机构会自动列入；原来用 Excel 保存的名录，点“导入名录”。'
              : '名录里还没有机构。准予的机构会自动列入。'
        }
      />
    </Page>
  );
}

function FormerNames({ names }: { readonly names: readonly string[] }) {
  return names.length === 0 ? null : <div className="muted">曾用名：{names.join('、')}</div>;
}

function InstitutionCard({ row }: { readonly row: InstitutionLine }) {
  const place = usePlaceName(row.district);
  return (
    <Link to={`/institutions/${row.id}`}>
      <strong>{row.name}</strong>
      <br />
      <FormerNames names={row.formerNames} />
      {row.status !== 'OPERATING' && <InstitutionState status={row.status} />}{' '}
      <LicenceExpiredMark on={row.licenceExpiredOn} />{' '}
      <FilingEndMark endedAs={row.filingEndedAs} regime={row.regime} /> <GradeMark grade={row.grade} />{' '}
      <span className="muted">
        {siteInWords(row)} · {place}
      </span>
    </Link>
  );
}
