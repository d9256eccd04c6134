import { Table } from 'antd';
import type { ReactNode } from 'react';
import { Facts } from '../ui/facts';
import { useNarrow } from '../ui/use-narrow';

export interface Figure<T> {
  readonly title: string;
  readonly of: (row: T) => ReactNode;
}

interface OfficeFiguresProps<T> {
  readonly items: readonly T[];
  readonly figures: readonly Figure<T>[];
}

/** Figures by office: a table on a desk; in the hand one office below another, where a table would be pushed sideways. */
export function OfficeFigures<T extends { readonly officeName: string }>(props: OfficeFiguresProps<T>) {
  const { items, figures } = props;
  if (useNarrow()) {
    return items.map((row) => (
      <section key={row.officeName}>
        <h3>{row.officeName}</h3>
        <Facts facts={figures.map(({ title, of }) => ({ name: title, value: of(row) }))} />
      </section>
    ));
  }
  return (
    <Table<T>
      rowKey="officeName"
      size="middle"
      columns={[
        { title: '机关', dataIndex: 'officeName' },
        ...figures.map(({ title, of }) => ({
          title,
          key: title,
          align: 'right' as const,
          render: (_: unknown, row: T) => of(row),
        })),
      ]}
      dataSource={items}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
