import { Select } from 'antd';
import { CLEARABLE } from '../form/clearable';

interface StateFilterProps<S extends string> {
  /** Of what, where the list has another filter of that kind. */
  readonly name?: string;
  /** The states in words, in the order in which they are offered. */
  readonly labels: Readonly<Record<S, string>>;
  /** As it stands in the address: also what is none. */
  readonly value: string | undefined;
  readonly onChange: (chosen: S | undefined) => void;
  readonly width?: number;
}

/** Narrows a list to what is in one state (状态). */
export function StateFilter<S extends string>(props: StateFilterProps<S>) {
  const { name = '状态', labels, value, onChange, width = 160 } = props;
  return (
    <Select<S>
      allowClear={CLEARABLE}
      aria-label={name}
      placeholder="全部状态"
      value={value as S | undefined}
      onChange={(chosen?: S) => onChange(chosen)}
      options={(Object.keys(labels) as S[]).map((state) => ({ value: state, label: labels[state] }))}
      style={{ width }}
    />
  );
}
