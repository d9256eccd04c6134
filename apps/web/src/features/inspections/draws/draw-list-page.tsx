import { STATE_LABELS } from '@zhaoguan/contracts';
import { Select, Space } from 'antd';
import { useFilters } from '../../../shared/table/use-filters';
import { Page } from '../../../shared/ui/page';
import { DrawTable } from './draw-table';
import { useDraws, type Draw } from './queries';

export default function DrawListPage() {
  const [{ status }, change] = useFilters(['status']);
  const list = useDraws(status === undefined ? {} : { status: status as Draw['status'] });
  return (
    <Page title="随机抽取">
      <Space wrap style={{ marginBottom: 16 }}>
        <Select
          allowClear
          aria-label="状态"
          placeholder="全部状态"
          value={status}
          onChange={(chosen?: string) => change({ status: chosen })}
          options={Object.entries(STATE_LABELS.draw).map(([value, label]) => ({ value, label }))}
          style={{ width: 160 }}
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
