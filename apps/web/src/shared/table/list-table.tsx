import { Table } from 'antd';
import type { ColumnType } from 'antd/es/table';
import type { TableRowSelection } from 'antd/es/table/interface';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useNarrow } from '../ui/use-narrow';
import { ListBody } from './list-body';
import type { usePagedList } from './use-paged-list';

/** Rows that are chosen for one act on all of them. */
interface RowChoice<T> {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  readonly mayChoose: (row: T) => boolean;
  /** For people who listen: what the box beside a row chooses. */
  readonly nameOf: (row: T) => string;
}

interface ListTableProps<T extends { readonly id: string }> {
  readonly list: ReturnType<typeof usePagedList<T>>;
  /** What the list holds, for `没有取得备案` and for people who listen. */
  readonly what: string;
  readonly columns: readonly ColumnType<T>[];
  /** Where a row leads; the first column must hold a link to the same place, for the keyboard. */
  readonly to: (row: T) => string;
  readonly choice?: RowChoice<T>;
  /** The same row in the hand. */
  readonly card: (row: T) => ReactNode;
  /** When nothing is there: why, and what to do next. */
  readonly empty: ReactNode;
}

/** A list from the server, page by page: a table at a desk, cards in the hand. */
export function ListTable<T extends { readonly id: string }>(props: ListTableProps<T>) {
  const { list, what, columns, to, card, empty, choice } = props;
  const narrow = useNarrow();
  const navigate = useNavigate();
  return (
    <ListBody list={list} what={what} empty={empty}>
      {(items) =>
        narrow ? (
          <ul className="list-cards" aria-label={what}>
            {items.map((row) => (
              <li key={row.id} className={choice && 'list-choice'}>
                {choice && <Choice choice={choice} row={row} />}
                {card(row)}
              </li>
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
            {...(choice === undefined ? {} : { rowSelection: selectionOf(choice) })}
          />
        )
      }
    </ListBody>
  );
}

/** The same box in the hand, as large as a thumb. */
function Choice<T extends { readonly id: string }>({
  choice: { ids, onChange, mayChoose, nameOf },
  row,
}: {
  readonly choice: RowChoice<T>;
  readonly row: T;
}) {
  return (
    <label>
      <input
        type="checkbox"
        aria-label={`选择${nameOf(row)}`}
        checked={ids.has(row.id)}
        disabled={!mayChoose(row)}
        onChange={({ target }) => {
          const others = [...ids].filter((id) => id !== row.id);
          onChange(new Set(target.checked ? [...others, row.id] : others));
        }}
      />
    </label>
  );
}

/** Each beside its row; a box for all that are shown stands where the act on them does. */
function selectionOf<T>({ ids, onChange, mayChoose, nameOf }: RowChoice<T>): TableRowSelection<T> {
  return {
    selectedRowKeys: [...ids],
    hideSelectAll: true,
    columnTitle: '选择',
    columnWidth: 64,
    onChange: (keys) => onChange(new Set(keys.map(String))),
    getCheckboxProps: (row) => ({ disabled: !mayChoose(row), 'aria-label': `选择${nameOf(row)}` }),
  };
}

/** A click on the row itself, not on a link or button in it, and not the end of a selection of text. */
function isPlainClick(event: MouseEvent): boolean {
  const within = event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
  return !within && (getSelection()?.toString() ?? '') === '';
}
