import type { Schemas } from '@zhaoguan/api-client';
import type { Grade } from '@zhaoguan/contracts';
import { Button } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListTable } from '../../../shared/table/list-table';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { PlaceName } from '../../../shared/ui/places';
import { GradeMark } from '../../../shared/ui/status';
import { instantInWords } from '../../../shared/ui/dates';
import { useLooks, useSelection, type Draw } from './queries';

/** What was drawn, behind a deliberate click as long as it is sealed, and who has looked. */
export function SealedSelection({ draw: { id, status } }: { readonly draw: Draw }) {
  const [shown, show] = useState(false);
  const sealed = status === 'DRAWN';
  return (
    <>
      <Panel title={sealed ? '抽取结果（封存）' : '抽取结果'}>
        {sealed && (
          <p>
            结果封存到公开抽取为止：被抽中的机构在检查人员到场之前不应当知道。只有办理需要时才查看；
            <strong>您的查看会被记录</strong>，并在下面列出；查看以后，您不能再作废这次抽取。
          </p>
        )}
        {shown ? (
          <Selection id={id} />
        ) : (
          <Button onClick={() => show(true)}>
            {sealed ? '查看抽中的机构，并留下记录' : '查看抽中的机构'}
          </Button>
        )}
      </Panel>
      <Panel title="公开之前谁看过">
        <Looks id={id} />
      </Panel>
    </>
  );
}

type Target = Schemas['SelectedTargetDto'] & { readonly id: string };

const COLUMNS: readonly ColumnType<Target>[] = [
  { title: '序号', dataIndex: 'rank' },
  {
    title: '机构',
    dataIndex: 'institutionName',
    render: (name: string, { institutionId }) => <Link to={`/institutions/${institutionId}`}>{name}</Link>,
  },
  { title: '信用等级', dataIndex: 'stratum', render: (grade: Grade) => <GradeMark grade={grade} /> },
  { title: '区县', dataIndex: 'district', render: (code: string) => <PlaceName code={code} /> },
];

function Selection({ id }: { readonly id: string }) {
  return (
    <ListTable<Target>
      list={useSelection(id)}
      what="抽中的机构"
      columns={COLUMNS}
      to={({ institutionId }) => `/institutions/${institutionId}`}
      card={({ rank, institutionId, institutionName, stratum, district }) => (
        <Link to={`/institutions/${institutionId}`}>
          {rank}. <strong>{institutionName}</strong>
          <br />
          <GradeMark grade={stratum as Grade} /> <PlaceName code={district} />
        </Link>
      )}
      empty="没有抽中任何机构。"
    />
  );
}

function Looks({ id }: { readonly id: string }) {
  return (
    <Loaded query={useLooks(id)} what="查看记录">
      {(looks) =>
        looks.length === 0 ? (
          <p>还没有人看过。</p>
        ) : (
          <ul>
            {looks.map(({ actorName, action, count, lastAt }) => (
              <li key={`${actorName ?? ''}-${action}-${lastAt}`}>
                {actorName ?? '已注销的账号'}
                {action === 'task.looked-at' ? '看过尚未开始的检查任务' : '看过抽取结果'} {count} 次，最后一次
                {instantInWords(lastAt)}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
