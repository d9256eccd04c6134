import { Input, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { CLEARABLE, CLEARABLE_TEXT } from '../../../shared/form/clearable';
import { severitiesOf, SITE_LABELS, siteOf, type ItemFilter, type Site } from './item-filter';
import type { Item } from './queries';

interface ItemFiltersProps {
  readonly items: readonly Item[];
  readonly filter: ItemFilter;
  readonly onChange: (changed: {
    q?: string | undefined;
    severity?: string | undefined;
    site?: string | undefined;
  }) => void;
  readonly children?: ReactNode;
}

/** Looks for items by words and by severity. */
export function ItemFilters({ items, filter, onChange, children }: ItemFiltersProps) {
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      {children}
      <Input
        allowClear={CLEARABLE_TEXT}
        value={filter.q}
        placeholder="事项、编号或者依据"
        aria-label="查找事项"
        onChange={({ target }) => onChange({ q: target.value })}
        style={{ width: 240 }}
      />
      <Select
        allowClear={CLEARABLE}
        aria-label="严重程度"
        placeholder="全部严重程度"
        value={filter.severity}
        onChange={(severity?: string) => onChange({ severity })}
        options={severitiesOf(items)}
        style={{ width: 160 }}
      />
      {items.some((item) => siteOf(item) === 'HOME') && (
        <Select
          allowClear={CLEARABLE}
          aria-label="适用对象"
          placeholder="全部适用对象"
          value={filter.site}
          onChange={(site?: string) => onChange({ site })}
          options={(Object.keys(SITE_LABELS) as Site[]).map((value) => ({
            value,
            label: SITE_LABELS[value],
          }))}
          style={{ width: 160 }}
        />
      )}
    </Space>
  );
}
