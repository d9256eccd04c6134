import type { FormField } from '@zhaoguan/contracts';
import { valueAt } from '@zhaoguan/forms';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import type { FieldControlProps } from './field-control-props';
import { withValueAt } from './pointers';
import './rows-control.css';

interface RowsControlProps {
  readonly field: FormField;
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (rows: readonly object[]) => void;
  /** The control of one cell. */
  readonly cell: ComponentType<FieldControlProps>;
}

const MOST_ROWS = 50;

/** A table that is filled in row by row. */
export function RowsControl({ field, id, value, onChange, cell: Cell }: RowsControlProps) {
  const rows = Array.isArray(value) ? (value as readonly object[]) : [];
  const { fields = [], maxRows = MOST_ROWS, label } = field;
  return (
    <div id={id} className="rows" role="group" aria-label={label}>
      {rows.map((row, index) => (
        // Rows have no identity but their place; they are only added at the end and taken out.
        <div key={index} className="rows-row" role="group" aria-label={`第 ${index + 1} 行`}>
          {fields.map((column) => {
            const cell = `${id}-${index}${column.pointer.replaceAll('/', '-')}`;
            return (
              <div key={column.pointer}>
                <label htmlFor={cell}>{column.label}</label>
                <Cell
                  field={column}
                  inRow
                  id={cell}
                  value={valueAt(row, column.pointer)}
                  onChange={(changed) =>
                    onChange(
                      rows.map((each, i) =>
                        i === index ? withValueAt(each, column.pointer, changed) : each,
                      ),
                    )
                  }
                />
              </div>
            );
          })}
          <Button
            onClick={() => onChange(rows.filter((_, i) => i !== index))}
            aria-label={`删除第 ${index + 1} 行`}
          >
            删除
          </Button>
        </div>
      ))}
      {rows.length < maxRows && (
        <Button onClick={() => onChange([...rows, {}])}>
          {rows.length === 0 ? `填写${label}` : '再加一行'}
        </Button>
      )}
    </div>
  );
}
