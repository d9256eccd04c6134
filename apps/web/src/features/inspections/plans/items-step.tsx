import type { Kind } from '@zhaoguan/contracts';
import { Alert, Button, Checkbox, Empty, Space } from 'antd';
import { useState } from 'react';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { findItems, groupItems, offered, siteOf, type ItemFilter } from '../items/item-filter';
import { ItemFilters } from '../items/item-filters';
import { ItemLine } from '../items/item-text';
import { useItems, type Item } from '../items/queries';
import type { StepProps } from './step-props';

/** What is inspected. */
export function ItemsStep({ draft, change, faultOf, preview }: StepProps) {
  const fault = faultOf('items');
  return (
    <Panel title="抽查事项">
      {fault !== undefined && (
        <Alert type="error" showIcon title={fault} role="alert" style={{ marginBottom: 12 }} />
      )}
      {draft.kind === null ? (
        <p>请先在“抽查对象”一步选择机构类别。</p>
      ) : (
        <Choice
          kind={draft.kind}
          chosen={draft.itemIds}
          homeTargets={preview?.homeTargets}
          onChange={(itemIds) => change({ ...draft, itemIds })}
        />
      )}
    </Panel>
  );
}

interface ChoiceProps {
  readonly kind: Kind;
  readonly chosen: readonly string[];
  /** 家庭托育点 in the hat; undefined while it cannot be counted. */
  readonly homeTargets: number | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

function Choice({ kind, chosen, homeTargets, onChange }: ChoiceProps) {
  const query = useItems(kind);
  const [filter, setFilter] = useState<ItemFilter>({});
  return (
    <Loaded query={query} what="抽查事项">
      {(catalogue) => {
        const items = offered(catalogue, homeTargets);
        const found = findItems(items, filter);
        const foundIds = new Set(found.map(({ id }) => id));
        // In the order of the catalogue, whatever the order of the clicks.
        const keep = (wanted: (item: Item) => boolean) => onChange(items.filter(wanted).map(({ id }) => id));
        return (
          <>
            <ItemFilters
              items={items}
              filter={filter}
              onChange={({ q = filter.q, ...changed }) => setFilter(definedOf({ ...filter, ...changed, q }))}
            />
            {items.length < catalogue.length && (
              <p className="muted">
                所选辖区的名录中没有家庭托育点，只适用于家庭托育点的 {catalogue.length - items.length}{' '}
                项没有列出。
              </p>
            )}
            <Space wrap style={{ marginBottom: 8 }}>
              <span role="status">
                已选 <strong>{chosen.length}</strong> 项，清单共 {items.length} 项
              </span>
              <Button
                size="small"
                disabled={found.length === 0}
                onClick={() => keep(({ id }) => foundIds.has(id) || chosen.includes(id))}
              >
                全选列出的 {found.length} 项
              </Button>
              <Button
                size="small"
                disabled={chosen.length === 0}
                onClick={() => keep(({ id }) => !foundIds.has(id) && chosen.includes(id))}
              >
                列出的都不选
              </Button>
            </Space>
            {found.length === 0 && (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的事项。" />
            )}
            {groupItems(found).map((group) => (
              <section key={group.category} aria-label={group.category}>
                <h3>{group.category}</h3>
                <ul className="item-list">
                  {group.items.map((item) => (
                    <li key={item.id} className="item-choice">
                      <Checkbox
                        aria-label={`${item.code} ${item.title}`}
                        checked={chosen.includes(item.id)}
                        onChange={({ target }) =>
                          keep(({ id }) => (id === item.id ? target.checked : chosen.includes(id)))
                        }
                      />
                      <div>
                        <ItemLine {...item} />
                        {siteOf(item) === 'HOME' && <small className="muted">只适用于家庭托育点</small>}
                      </div>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function definedOf({
  q,
  severity,
  site,
}: {
  q?: string | undefined;
  severity?: string | undefined;
  site?: string | undefined;
}): ItemFilter {
  return {
    ...(q === undefined ? {} : { q }),
    ...(severity === undefined ? {} : { severity }),
    ...(site === undefined ? {} : { site }),
  };
}
