import { KIND_LABELS, KINDS } from '@zhaoguan/contracts';
import { Select, Space } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { CLEARABLE } from '../../shared/form/clearable';
import { ExportButton } from '../../shared/files/export-button';
import { useListWords } from '../../shared/session/use-list-words';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { StateFilter } from '../../shared/table/state-filter';
import { useFilters } from '../../shared/table/use-filters';
import { dayOfInstant } from '../../shared/ui/dates';
import { Page } from '../../shared/ui/page';
import { PlaceName, useOnlyCounty } from '../../shared/ui/places';
import { LinkButton } from '../../shared/ui/link-button';
import { AssignSeveral } from './assignment/assign-several';
import { isAssignable } from './assignment/several';
import { CaseStatus } from './case-status';
import { FilingTerm } from './filing-term';
import { filingInWords } from './filing-words';
import { useFilings, type FilingFilters, type FilingLine } from './queries';
import { RetractedMark } from './retractions/retracted-note';

/** Narrow enough that in a window of 1280 pixels the number stands in full; what is longer goes on below. */
const FIRST: readonly ColumnType<FilingLine>[] = [
  {
    title: '机构名称',
    dataIndex: 'name',
    width: 144,
    render: (name: string, { id }) => <Link to={`/filings/${id}`}>{name}</Link>,
  },
  { title: '事项', key: 'type', width: 108, render: (_, line) => <Matter line={line} /> },
  {
    title: '状态',
    dataIndex: 'status',
    width: 92,
    render: (_, line) => (
      <>
        <CaseStatus filing={line} />
        <RetractedMark line={line} />
      </>
    ),
  },
  {
    title: '办理期限',
    key: 'dueOn',
    width: 136,
    render: (_, line) => <FilingTerm filing={line} admitBy={line.admitBy} inTable />,
  },
];
/** What it is about, and with which city or province it is filed, where that is not the place's own authority. */
function Matter({ line }: { readonly line: FilingLine }) {
  return (
    <>
      {filingInWords(line, line.siteType)}
      {line.authority !== null && (
        <small className="muted">
          （<PlaceName code={line.authority} />
          办理）
        </small>
      )}
    </>
  );
}

type ListWords = ReturnType<typeof useListWords>;

const lastOf = ({ number: title }: ListWords): readonly ColumnType<FilingLine>[] => [
  {
    title: '提交日期',
    dataIndex: 'submittedAt',
    width: 100,
    render: (at: string | null) => (at === null ? '未提交' : dayOfInstant(at)),
  },
  {
    title,
    dataIndex: 'filingNumber',
    render: (number: string | null) => <span className="nowrap">{number}</span>,
  },
];

/** Tells something where a person sees several. */
const DISTRICT: ColumnType<FilingLine> = {
  title: '区县',
  dataIndex: 'district',
  width: 84,
  render: (code: string) => <PlaceName code={code} />,
};
/** Known to officials alone. */
const ASSIGNEE: ColumnType<FilingLine> = {
  title: '承办人',
  dataIndex: 'assigneeName',
  width: 84,
  render: (_, line) => assigneeInWords(line),
};

/** Who has it; of what is decided, who decided. */
function assigneeInWords({ assigneeName, status }: FilingLine): string {
  return assigneeName ?? (status === 'SUBMITTED' || status === 'RETURNED' ? '待分派' : '');
}

const ASSIGNEES = [
  { value: 'me', label: '由我承办' },
  { value: 'none', label: '待分派' },
];

/** Of what was never handed in only the applicant knows, and who entered it at the window. */
const OWN_STATES: ReadonlySet<string> = new Set(['DRAFT', 'ABANDONED']);

/** Own filings of an operator; of a registrar those of the jurisdiction that have been handed in. */
export default function FilingListPage() {
  const [filters, change] = useFilters(['status', 'kind', 'assignee', 'entered']);
  const mayFile = useMay('filing.file');
  const mayAssign = useMay('filing.assign');
  const mayAssist = useMay('filing.assist');
  const inOneCounty = useOnlyCounty() !== undefined;
  const list = useFilings(filters as FilingFilters);
  const words = useListWords();
  const [ids, choose] = useState<ReadonlySet<string>>(new Set());
  const assignable = mayAssign ? (list.items ?? []).filter(isAssignable) : [];
  const states = Object.fromEntries(
    Object.entries(words.states).filter(([state]) => mayFile || mayAssist || !OWN_STATES.has(state)),
  );
  return (
    <Page
      title={mayFile ? words.own : words.office}
      actions={
        <>
          {mayFile && (
            <LinkButton to="/filings/new" primary>
              {words.begin}
            </LinkButton>
          )}
          {mayAssist && <LinkButton to="/filings/assist">窗口代办</LinkButton>}
          <ExportButton path="/api/v1/filings/export" filters={filters} name="办理台账" />
        </>
      }
    >
      <Space wrap style={{ marginBottom: 16 }}>
        <StateFilter labels={states} value={filters.status} onChange={(status) => change({ status })} />
        <Select
          allowClear={CLEARABLE}
          aria-label="类别"
          placeholder="全部类别"
          value={filters.kind}
          onChange={(kind?: string) => change({ kind })}
          options={KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
          style={{ width: 160 }}
        />
        {mayAssign && (
          <Select
            allowClear={CLEARABLE}
            aria-label="承办人"
            placeholder="全部承办人"
            value={filters.assignee}
            onChange={(assignee?: string) => change({ assignee })}
            options={ASSIGNEES}
            style={{ width: 160 }}
          />
        )}
        {mayAssist && (
          <Select
            allowClear={CLEARABLE}
            aria-label="窗口代办"
            placeholder="全部来源"
            value={filters.entered}
            onChange={(entered?: string) => change({ entered })}
            options={[{ value: 'me', label: '由我代办' }]}
            style={{ width: 160 }}
          />
        )}
      </Space>
      {mayAssign && <AssignSeveral shown={assignable} ids={ids} onChange={choose} />}
      <ListTable
        list={list}
        what={words.things}
        columns={[
          ...FIRST,
          ...(mayAssign ? [ASSIGNEE] : []),
          ...lastOf(words),
          ...(inOneCounty ? [] : [DISTRICT]),
        ]}
        to={({ id }) => `/filings/${id}`}
        {...(assignable.length > 0
          ? {
              choice: {
                ids,
                onChange: choose,
                mayChoose: isAssignable,
                nameOf: ({ name }: FilingLine) => name,
              },
            }
          : {})}
        card={(line) => <FilingCard line={line} withAssignee={mayAssign} />}
        empty={emptyText(words, mayFile, Object.keys(filters).length > 0)}
      />
    </Page>
  );
}

function emptyText({ things, begin }: ListWords, mayFile: boolean, filtered: boolean): string {
  if (filtered) return `没有符合条件的${things}。可以少选几个条件再看。`;
  return mayFile
    ? `您还没有办理过${things}。点“${begin}”开始，随时可以停下，填写的内容自动保存。`
    : `辖区内还没有提交的${things}。有人提交后会出现在这里和“待办”里。`;
}

interface FilingCardProps {
  readonly line: FilingLine;
  readonly withAssignee: boolean;
}

function FilingCard({ line, withAssignee }: FilingCardProps) {
  const assignee = withAssignee ? assigneeInWords(line) : '';
  return (
    <Link to={`/filings/${line.id}`}>
      <strong>{line.name}</strong> <CaseStatus filing={line} /> <RetractedMark line={line} />
      <br />
      <span className="muted">
        <Matter line={line} />
        {assignee !== '' && ` · 承办人：${assignee}`}
      </span>{' '}
      {(line.dueOn ?? line.correctBy) !== null && <FilingTerm filing={line} admitBy={line.admitBy} />}
    </Link>
  );
}
