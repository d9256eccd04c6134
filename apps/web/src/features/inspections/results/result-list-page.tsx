import { KIND_LABELS, KINDS, siteInWords, type Kind } from '@zhaoguan/contracts';
import { Checkbox, Select, Space } from 'antd';
import { useState } from 'react';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE } from '../../../shared/form/clearable';
import { useMay } from '../../../shared/session/use-session';
import { ListTable } from '../../../shared/table/list-table';
import { useFilters } from '../../../shared/table/use-filters';
import { Page } from '../../../shared/ui/page';
import { PlaceName } from '../../../shared/ui/places';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { useNarrow } from '../../../shared/ui/use-narrow';
import { PublishSeveral } from './publish-several';
import { useResults, type Result, type ResultFilters } from './queries';

const COLUMNS: readonly ColumnType<Result>[] = [
  {
    title: '机构',
    dataIndex: 'institutionName',
    render: (name: string, { id }) => <Link to={`/results/${id}`}>{name}</Link>,
  },
  { title: '类别', key: 'kind', render: (_, row) => siteInWords(row) },
  { title: '区县', dataIndex: 'district', render: (code: string) => <PlaceName code={code} /> },
  { title: '检查日期', dataIndex: 'inspectedOn' },
  { title: '检查结果', dataIndex: 'resultLabel' },
  {
    title: '不符合',
    dataIndex: 'failures',
    align: 'right',
    render: (failures: Result['failures']) => `${failures.length} 项`,
  },
  { title: '公布期限', key: 'term', render: (_, result) => <PublishTerm result={result} inTable /> },
];

export default function ResultListPage() {
  const [{ status = 'PENDING', kind }, change] = useFilters(['status', 'kind']);
  const waiting = status === 'PENDING';
  const [ids, choose] = useState<ReadonlySet<string>>(new Set());
  const filters: ResultFilters = {
    status: status as Result['status'],
    ...(kind === undefined ? {} : { kind: kind as Kind }),
    // What ends first stands first; what is published, by time.
    ...(waiting ? { sort: 'dueOn' } : {}),
  };
  const list = useResults(filters);
  const narrow = useNarrow();
  const mayPublishAny = useMay('result.publish');
  const publishable = (list.items ?? []).filter(mayPublish);
  const selects = waiting && !narrow && publishable.length > 0;
  return (
    <Page title="检查结果">
      <Space wrap style={{ marginBottom: 16 }}>
        <Select
          aria-label="状态"
          value={status}
          onChange={(chosen: string) => change({ status: chosen })}
          options={[
            { value: 'PENDING', label: '待公布' },
            { value: 'PUBLISHED', label: '已公布' },
            { value: 'WITHDRAWN', label: '已撤回' },
          ]}
          style={{ width: 120 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="机构类别"
          placeholder="全部类别"
          value={kind}
          onChange={(chosen?: string) => change({ kind: chosen })}
          options={KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
          style={{ width: 140 }}
        />
      </Space>
      {waiting && !narrow && mayPublishAny && (
        <PublishSeveral chosen={publishable.filter(({ id }) => ids.has(id))} onDone={() => choose(new Set())}>
          {selects && publishable.length > 1 && <AllShown shown={publishable} ids={ids} onChange={choose} />}
        </PublishSeveral>
      )}
      <ListTable
        list={list}
        what="检查结果"
        columns={COLUMNS}
        to={({ id }) => `/results/${id}`}
        {...(selects
          ? {
              choice: {
                ids,
                onChange: choose,
                mayChoose: mayPublish,
                nameOf: ({ institutionName }: Result) => institutionName,
              },
            }
          : {})}
        card={(result) => (
          <Link to={`/results/${result.id}`}>
            <strong>{result.institutionName}</strong>
            <br />
            {result.resultLabel}
            <br />
            <PublishTerm result={result} />
          </Link>
        )}
        empty={
          waiting
            ? '没有待公布的检查结果。检查组提交以后，列在这里；期满没有公布的，系统自动公布。'
            : status === 'WITHDRAWN'
              ? '没有撤回的检查结果。'
              : '还没有公布过检查结果。'
        }
      />
    </Page>
  );
}

interface AllShownProps {
  readonly shown: readonly Result[];
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

/** All that stand below, and nothing that has not been before the eyes; the decision shows each once more. */
function AllShown({ shown, ids, onChange }: AllShownProps) {
  const chosen = shown.filter(({ id }) => ids.has(id)).length;
  return (
    <Checkbox
      checked={chosen === shown.length}
      indeterminate={chosen > 0 && chosen < shown.length}
      onChange={({ target }) => onChange(new Set(target.checked ? shown.map(({ id }) => id) : []))}
    >
      全选列出的 {shown.length} 家
    </Checkbox>
  );
}

function mayPublish({ availableActions }: Result): boolean {
  return availableActions.includes('publish');
}

interface PublishTermProps {
  readonly result: Result;
  readonly inTable?: boolean;
}

/** Until when it must be published; afterwards, that it is. */
function PublishTerm({ result: { status, dueOn }, inTable = false }: PublishTermProps) {
  return status === 'PENDING' ? (
    <Term dueOn={dueOn} inTable={inTable} />
  ) : (
    <Status process="inspection-result" status={status} />
  );
}
