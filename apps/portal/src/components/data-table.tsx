import type { ComponentChildren, VNode } from 'preact';

export interface TableColumn<T> {
  readonly name: string;
  readonly cell: (row: T) => ComponentChildren;
  /** Digits, set flush right. */
  readonly number?: boolean;
}

interface DataTableProps<T> {
  readonly caption: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out because a browser forgets what a
 * table is once its cells are no longer laid out as one. The first column names the row.
 */
export function DataTable<T>({ caption, columns, rows, keyOf }: DataTableProps<T>): VNode {
  return (
    <table class="data" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ name, number }) => (
            <th key={name} scope="col" role="columnheader" class={number ? 'number' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column, index) => (
              <Cell key={column.name} column={column} row={row} heading={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<T>({ column, row, heading }: { column: TableColumn<T>; row: T; heading: boolean }): VNode {
  const content = column.cell(row);
  if (heading) {
    return (
      <th scope="row" role="rowheader">
        {content}
      </th>
    );
  }
  return (
    <td role="cell" class={column.number ? 'number' : undefined}>
      <span class="cell-name" aria-hidden="true">
        {column.name}
      </span>
      <span class="cell-value">{content}</span>
    </td>
  );
}
