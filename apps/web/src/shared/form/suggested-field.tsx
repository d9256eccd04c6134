import { AutoComplete, Input, type InputProps, type InputRef } from 'antd';
import { forwardRef } from 'react';
import type { SpokenFault } from './fault-lines';
import type { Suggestion } from './field-control-props';

interface SuggestedFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
  readonly suggested: readonly Suggestion[];
  readonly spoken: SpokenFault | Record<string, never>;
}

/** A text with a list of what may be picked while one types. Nothing is picked by leaving the field, and whatever is typed stands. */
export function SuggestedField({ id, value, onChange, suggested, spoken }: SuggestedFieldProps) {
  return (
    <AutoComplete
      {...spoken}
      id={id}
      value={value}
      onChange={(text: string | undefined) => onChange(text || null)}
      options={[...suggested]}
      defaultActiveFirstOption={false}
      // Beside the field, and not at the end of the page, where it would belong to no part of it.
      getPopupContainer={(field: HTMLElement) => field.parentElement ?? field}
      style={{ width: '100%' }}
    >
      <ComboInput />
    </AutoComplete>
  );
}

/** As long as nothing in the list is gone to, antd names a line that there is not as the one that is. */
const ComboInput = forwardRef<InputRef, InputProps>(function ComboInput(props, ref) {
  const { 'aria-activedescendant': active, ...rest } = props;
  const isThere = active !== undefined && !active.endsWith('_-1');
  return <Input {...rest} {...(isThere ? { 'aria-activedescendant': active } : {})} ref={ref} />;
});
