import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

interface CheckboxesProps<V extends string> {
  /** Of the field, for those who listen: a label names one control, not a group. */
  readonly label: string;
  readonly options?: readonly { readonly value: V; readonly label: string }[];
  /** Instead of options, where each answer has more to say than its name: antd's Checkbox with a value. */
  readonly children?: ReactNode;
  readonly className?: string;
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: readonly V[];
  readonly onChange?: (value: V[]) => void;
  /** Where it is said what is wrong. */
  readonly 'aria-describedby'?: string | undefined;
}

/** Answers of which several may be ticked. Of what Form.Item gives, it takes what ARIA allows on a group. */
export function Checkboxes<V extends string>({
  label,
  options,
  children,
  className,
  id,
  value = [],
  onChange,
  'aria-describedby': describedBy,
}: CheckboxesProps<V>) {
  return (
    <Checkbox.Group<V>
      role="group"
      aria-label={label}
      {...(id === undefined ? {} : { id })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(className === undefined ? {} : { className })}
      {...(options === undefined ? {} : { options: [...options] })}
      value={[...value]}
      onChange={(chosen) => onChange?.(chosen)}
    >
      {children}
    </Checkbox.Group>
  );
}
