import type { Schemas } from '@zhaoguan/api-client';
import { Button } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListTable } from '../../../shared/table/list-table';
import { Panel } from '../../../shared/ui/panel';
import { PlaceName } from '../../../shared/ui/places';
import { useIncompleteTeams } from './queries';

/** Inspections for which somebody is to stand in, behind a deliberate click: they are sealed like what was drawn. */
export function IncompleteTeams({ id }: { readonly id: string }) {
  const [shown, show] = useState(false);
  return (
    <Panel title="不能参加检查的人员">
      <p>
        检查人员因账号停用、名录停用、执法证到期或者公告后申请回避不能参加检查的，由您办理替补，接替的人员由抽取的随机数确定。
        <strong>您的查看会被记录</strong>，查看以后，您不能再作废这次抽取。
      </p>
      {shown ? (
        <Teams id={id} />
      ) : (
        <Button onClick={() => show(true)}>查看人员不齐的检查组，并留下记录</Button>
      )}
    </Panel>
  );
}

type Task = Schemas['IncompleteTaskDto'];

const COLUMNS: readonly ColumnType<Task>[] = [
  {
    title: '机构',
    dataIndex: 'institutionName',
    render: (name: string, { id }) => <Link to={`/tasks/${id}`}>{name}</Link>,
  },
  { title: '区县', dataIndex: 'district', render: (code: string) => <PlaceName code={code} /> },
];

function Teams({ id }: { readonly id: string }) {
  return (
    <ListTable<Task>
      list={useIncompleteTeams(id)}
      what="人员不齐的检查组"
      columns={COLUMNS}
      to={(task) => `/tasks/${task.id}`}
      card={(task) => (
        <Link to={`/tasks/${task.id}`}>
          <strong>{task.institutionName}</strong>
          <br />
          <PlaceName code={task.district} />
        </Link>
      )}
      empty="尚未开始的检查，人员都能参加，不用替补。"
    />
  );
}
