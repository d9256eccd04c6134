import { beaconName, KIND_LABELS, type Kind } from '@zhaoguan/contracts';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ListTable } from '../../../shared/table/list-table';
import { instantInTable, instantInWords } from '../../../shared/ui/dates';
import { Status } from '../../../shared/ui/status';
import type { DrawLine, useDraws } from './queries';

const COLUMNS: readonly ColumnType<DrawLine>[] = [
  {
    title: '抽取',
    dataIndex: 'title',
    render: (title: string, { id }) => <Link to={`/draws/${id}`}>{title}</Link>,
  },
  { title: '类别', dataIndex: 'kind', render: (kind: Kind) => KIND_LABELS[kind] },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: string) => <Status process="draw" status={status} />,
  },
  { title: '公告时间', dataIndex: 'announcedAt', render: instantInTable },
  { title: '名单', dataIndex: 'targetCount', align: 'right', render: (count: number) => `${count} 家` },
  { title: '公开随机数', key: 'beacon', render: (_, { beacon }) => beaconName(beacon) },
];

interface DrawTableProps {
  readonly list: ReturnType<typeof useDraws>;
  readonly empty: string;
}

/** Draws, the newest first. */
export function DrawTable({ list, empty }: DrawTableProps) {
  return (
    <ListTable
      list={list}
      what="抽取"
      columns={COLUMNS}
      to={({ id }) => `/draws/${id}`}
      card={(draw) => (
        <Link to={`/draws/${draw.id}`}>
          <strong>{draw.title}</strong>
          <br />
          <Status process="draw" status={draw.status} />{' '}
          <span className="muted">{instantInWords(draw.announcedAt)} 公告</span>
        </Link>
      )}
      empty={empty}
    />
  );
}
