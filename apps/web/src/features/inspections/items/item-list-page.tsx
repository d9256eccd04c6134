import { departmentLabel, KIND_LABELS, KINDS, type Kind } from '@zhaoguan/contracts';
import { Empty, Select } from 'antd';
import { CLEARABLE } from '../../../shared/form/clearable';
import { useFilters } from '../../../shared/table/use-filters';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { findItems, groupItems } from './item-filter';
import { ItemFilters } from './item-filters';
import { ItemLine } from './item-text';
import { useItems, type Item } from './queries';

/** What may be inspected, and on what it rests (抽查事项清单). */
export default function ItemListPage() {
  const [{ kind, ...filter }, change] = useFilters(['kind', 'q', 'severity', 'site']);
  const query = useItems(KINDS.find((one) => one === kind));
  return (
    <Page title="抽查事项" facts="没有列入清单的事项，不得抽查。清单由系统随法规更新，这里只能查看。">
      <Loaded query={query} what="抽查事项">
        {(items) => {
          const found = findItems(items, filter);
          return (
            <>
              <ItemFilters items={items} filter={filter} onChange={change}>
                <Select<Kind>
                  allowClear={CLEARABLE}
                  aria-label="机构类别"
                  placeholder="全部类别"
                  {...(kind === undefined ? {} : { value: kind as Kind })}
                  onChange={(chosen?: Kind) => change({ kind: chosen })}
                  options={KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
                  style={{ width: 140 }}
                />
              </ItemFilters>
              <p role="status">共 {found.length} 项</p>
              {found.length === 0 && (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description="没有符合条件的事项。可以换一个词，或者少选几个条件。"
                />
              )}
              {groupItems(found).map((group) => (
                <Panel key={group.category} title={`${group.category}（${group.items.length} 项）`}>
                  <ul className="item-list">
                    {group.items.map((item) => (
                      <li key={item.id}>
                        <ItemLine {...item} />
                        <Handling item={item} />
                      </li>
                    ))}
                  </ul>
                </Panel>
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Handling({ item }: { readonly item: Item }) {
  const { kind, leadDepartment, assistingDepartments, method, deductionPoints, scoreCap } = item;
  const { vetoWhen, guidanceOnly, keyItem, siteType } = item;
  const parts = [
    siteType === 'HOME' ? '只适用于家庭托育点' : KIND_LABELS[kind],
    departmentLabel(leadDepartment),
    ...(assistingDepartments.length > 0
      ? [`配合：${assistingDepartments.map(departmentLabel).join('、')}`]
      : []),
    method === 'ON_SITE' ? '现场检查' : '查阅资料',
    ...(keyItem ? ['重点检查事项'] : []),
    guidanceOnly ? '只作指导，不扣分' : `不符合扣 ${deductionPoints} 分`,
    ...(scoreCap === null ? [] : [`总分不超过 ${scoreCap} 分`]),
    ...(vetoWhen === null ? [] : [`按重大问题处理：${vetoWhen}`]),
  ];
  return <small className="muted">{parts.join(' · ')}</small>;
}
