import { Input, Radio, Select } from 'antd';
import { Checkboxes } from './checkboxes';
import { DayPicker } from './day-picker';
import { DistrictSelect } from './district-select';
import type { FieldControlProps } from './field-control-props';
import { MoneyField, MoneyRangeField } from './money-field';
import { NumberField } from './number-field';
import { RowsControl } from './rows-control';
import { SuggestedField } from './suggested-field';
import { TownshipSelect } from './township-select';

/** Few answers stand side by side, many in a list. */
const MOST_RADIOS = 4;
/** Sentences are read one below the other before they are ticked. */
const LONGEST_IN_LIST = 16;
const NONE = '';

/** The control for a type of field. An empty control is `null`: nothing filled in. */
export function FieldControl(props: FieldControlProps) {
  const { field, id, value, onChange, inRow = false, district, spoken = {}, suggestions } = props;
  const { type, unit, maxLength, options = [], none } = field;
  // A limit on a text only counts: antd would cut off in silence what is pasted. The check of the form says what is too long.
  switch (type) {
    case 'text':
    case 'uscc':
    case 'residentId':
    case 'phone':
      if (type === 'text' && suggestions !== undefined) {
        const text = { id, value: textOf(value), onChange, suggestions, spoken };
        return <SuggestedField {...text} />;
      }
      return (
        <Input
          {...spoken}
          id={id}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          {...(type === 'text' ? {} : { className: 'mono', autoComplete: 'off' })}
          {...(type === 'phone' ? { inputMode: 'tel' as const } : {})}
        />
      );
    case 'multiline':
      return (
        <Input.TextArea
          {...spoken}
          id={id}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          autoSize={{ minRows: 3, maxRows: 12 }}
          // The count stands below the box, where else the help would lie under it.
          {...(maxLength === undefined
            ? {}
            : { count: { max: maxLength, show: true }, style: { marginBottom: 24 } })}
        />
      );
    case 'integer':
    case 'decimal':
      // No limits here: antd would put another number in the place of what was typed. The check of the form says them.
      return (
        <NumberField
          {...spoken}
          id={id}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          {...(unit === undefined ? {} : { suffix: unit })}
          style={{ width: inRow ? '100%' : 200 }}
        />
      );
    case 'money':
      return <MoneyField {...spoken} id={id} value={value} onChange={onChange} wide={inRow} />;
    case 'moneyRange':
      return <MoneyRangeField {...spoken} id={id} label={field.label} value={value} onChange={onChange} />;
    case 'date':
      return (
        <DayPicker {...spoken} id={id} value={typeof value === 'string' ? value : null} onChange={onChange} />
      );
    case 'boolean':
      return (
        <Radio.Group
          {...spoken}
          id={id}
          value={value ?? null}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
        />
      );
    case 'choice': {
      const answers = [
        ...(none === undefined ? [] : [{ value: NONE, label: none }]),
        ...options.map(({ code, label }) => ({ value: code, label })),
      ];
      const chosen = typeof value === 'string' ? value : none === undefined ? null : NONE;
      const choose = (code: string) => onChange(code === NONE ? null : code);
      return answers.length <= MOST_RADIOS && !inRow ? (
        <Radio.Group
          {...spoken}
          id={id}
          value={chosen}
          onChange={(event) => choose(event.target.value as string)}
          options={answers}
          vertical
        />
      ) : (
        <Select
          {...spoken}
          id={id}
          value={chosen}
          onChange={choose}
          options={answers}
          placeholder="请选择"
          style={{ width: '100%', maxWidth: 400 }}
        />
      );
    }
    case 'choices':
      if (options.some(({ label }) => label.length > LONGEST_IN_LIST)) {
        return (
          <Checkboxes
            {...spoken}
            id={id}
            label={field.label}
            className="checkbox-lines"
            value={Array.isArray(value) ? (value as string[]) : []}
            onChange={onChange}
            options={options.map(({ code, label }) => ({ value: code, label }))}
          />
        );
      }
      return (
        <Select
          {...spoken}
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(codes: string[]) => onChange(codes)}
          options={options.map(({ code, label }) => ({ value: code, label }))}
          placeholder="请选择"
          style={{ maxWidth: 480 }}
        />
      );
    case 'district':
      return <DistrictSelect {...spoken} id={id} value={textOf(value)} onChange={onChange} />;
    case 'township':
      return (
        <TownshipSelect
          {...spoken}
          id={id}
          value={textOf(value)}
          onChange={onChange}
          district={district ?? null}
        />
      );
    case 'rows':
      return <RowsControl {...props} cell={FieldControl} />;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
