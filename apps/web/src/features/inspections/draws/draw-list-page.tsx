import { STATE_LABELS } from '@zhaoguan/contracts';
import { Space } from 'antd';
import { useFilters } from '../../../shared/table/use-filters';
import { StateFilter } from '../../../shared/table/state-filter';
import { Page } from '../../../shared/ui/page';
import { DrawTable } from './draw-table';
import { useDraws, type Draw } from './queries';

export default function DrawListPage() {
  const [{ status }, change] = useFilters(['status']);
  const list = useDraws(status === undefined ? {} : { status: status as Draw['status'] });
  return (
    <Page title="随机抽取">
      <Space wrap style={{ marginBottom: 16 }}>
        <StateFilter
          labels={STATE_LABELS.draw}
          value={status}
          onChange={(chosen) => change({ status: chosen })}
        />
      </Space>
      <DrawTable
        list={list}
        empty={
          status === undefined
            ? '还没有抽取。抽查计划人在计划里发布公告以后，列在这里。'
            : '没有这种状态的抽取。可以选“全部状态”再看。'
        }
      />
    </Page>
  );
}
