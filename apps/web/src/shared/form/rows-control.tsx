import { shownColumns, valueAt } from '@zhaoguan/forms';
import { Button, Form } from 'antd';
import { useEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { focusOnNew } from '../ui/focus-on-new';
import type { CellMark, SpokenFault } from './fault-lines';
import type { FieldControlProps } from './field-control-props';
import { withValueAt } from './pointers';
import './rows-control.css';

interface RowsControlProps extends Pick<
  FieldControlProps,
  'field' | 'id' | 'value' | 'onChange' | 'marks' | 'suggestions'
> {
  /** The control of one cell. */
  readonly cell: ComponentType<FieldControlProps>;
}

const MOST_ROWS = 50;
const FIRST_CELL = 'input, textarea, [role=combobox]';

/** A table that is filled in row by row. */
export function RowsControl({
  field,
  id,
  value,
  onChange,
  marks,
  suggestions,
  cell: Cell,
}: RowsControlProps) {
  const rows = Array.isArray(value) ? (value as readonly object[]) : [];
  const { maxRows = MOST_ROWS, label } = field;
  const here = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    // Only what a person has added or taken out here: not what a draft brings along.
    if (!pressed.current) return;
    pressed.current = false;
    const last = [...(here.current?.querySelectorAll(':scope > .rows-row') ?? [])].at(-1);
    focusOnNew(here.current, last?.querySelector(FIRST_CELL) ?? here.current?.querySelector('button'));
  }, [rows.length]);
  const change = (changed: readonly object[]) => {
    pressed.current = true;
    onChange(changed);
  };
  return (
    <div ref={here} id={id} className="rows" role="group" aria-label={label} {...describing(marks?.get(''))}>
      {rows.map((row, index) => (
        // Rows have no identity but their place; they are only added at the end and taken out.
        <div
          key={index}
          className="rows-row"
          role="group"
          aria-label={`第 ${index + 1} 行`}
          {...describing(marks?.get(`/${index}`))}
        >
          {shownColumns(field, row).map((column) => {
            const mark = marks?.get(`/${index}${column.pointer}`);
            const cell = `${id}-${index}${column.pointer.replaceAll('/', '-')}`;
            return (
              <div key={column.pointer}>
                <label htmlFor={cell}>{column.label}</label>
                <Marked mark={mark}>
                  <Cell
                    field={column}
                    inRow
                    id={cell}
                    {...(mark === undefined ? {} : { spoken: mark.spoken })}
                    {...(suggestions?.column === column.pointer ? { suggestions } : {})}
                    value={valueAt(row, column.pointer)}
                    onChange={(changed) =>
                      onChange(
                        rows.map((each, i) =>
                          i === index ? withValueAt(each, column.pointer, changed) : each,
                        ),
                      )
                    }
                  />
                </Marked>
              </div>
            );
          })}
          <Button
            onClick={() => change(rows.filter((_, i) => i !== index))}
            aria-label={`删除第 ${index + 1} 行`}
          >
            删除
          </Button>
        </div>
      ))}
      {rows.length < maxRows && (
        <Button onClick={() => change([...rows, {}])}>
          {rows.length === 0 ? `填写${label}` : '再加一行'}
        </Button>
      )}
    </div>
  );
}

/** A group may be described, and is never itself invalid: that is for what is filled in. */
function describing(mark: CellMark | undefined): Pick<SpokenFault, 'aria-describedby'> {
  const by = mark?.spoken['aria-describedby'];
  return by === undefined ? {} : { 'aria-describedby': by };
}

interface MarkedProps {
  readonly mark: CellMark | undefined;
  readonly children: ReactNode;
}

/** A cell has a mark of its own: the others of its table are not wrong with it. */
function Marked({ mark, children }: MarkedProps) {
  return (
    <Form.Item noStyle validateStatus={mark?.status ?? ''}>
      {children}
    </Form.Item>
  );
}
