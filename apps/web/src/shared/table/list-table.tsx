import { Table } from 'antd';
import type { ColumnType } from 'antd/es/table';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useNarrow } from '../ui/use-narrow';
import { ListBody } from './list-body';
import type { usePagedList } from './use-paged-list';

interface ListTableProps<T extends { readonly id: string }> {
  readonly list: ReturnType<typeof usePagedList<T>>;
  /** What the list holds, for `没有取得备案` and for people who listen. */
  readonly what: string;
  readonly columns: readonly ColumnType<T>[];
  /** Where a row leads; the first column must hold a link to the same place, for the keyboard. */
  readonly to: (row: T) => string;
  /** The same row in the hand. */
  readonly card: (row: T) => ReactNode;
  /** When nothing is there: why, and what to do next. */
  readonly empty: ReactNode;
}

/** A list from the server, page by page: a table at a desk, cards in the hand. */
export function ListTable<T extends { readonly id: string }>(props: ListTableProps<T>) {
  const { list, what, columns, to, card, empty } = props;
  const narrow = useNarrow();
  const navigate = useNavigate();
  return (
    <ListBody list={list} what={what} empty={empty}>
      {(items) =>
        narrow ? (
          <ul className="list-cards" aria-label={what}>
            {items.map((row) => (
              <li key={row.id}>{card(row)}</li>
            ))}
          </ul>
        ) : (
          <Table<T>
            rowKey="id"
            size="middle"
            columns={[...columns]}
            dataSource={[...items]}
            pagination={false}
            scroll={{ x: 'max-content' }}
            onRow={(row) => ({ onClick: (event) => isPlainClick(event) && void navigate(to(row)) })}
            rowClassName="list-row"
          />
        )
      }
    </ListBody>
  );
}

/** A click on the row itself, not on a link or button in it, and not the end of a selection of text. */
function isPlainClick(event: MouseEvent): boolean {
  const within = event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
  return !within && (getSelection()?.toString() ?? '') === '';
}
