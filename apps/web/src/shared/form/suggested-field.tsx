import { AutoComplete, Input, type InputProps, type InputRef } from 'antd';
import { forwardRef, useState } from 'react';
import type { SpokenFault } from './fault-lines';
import type { Suggestions } from './field-control-props';

interface SuggestedFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
  readonly suggestions: Suggestions;
  readonly spoken: SpokenFault | Record<string, never>;
}

/** A text with a list of what may be picked while one types. Nothing is picked by leaving the field, and whatever is typed stands. */
export function SuggestedField({ id, value, onChange, suggestions, spoken }: SuggestedFieldProps) {
  const [isInside, setInside] = useState(false);
  const suggested = suggestions.useSuggested(value);
  const said = suggestions.below(value.trim());
  return (
    <>
      <AutoComplete
        {...spoken}
        id={id}
        value={value}
        onChange={(text: string | undefined) => onChange(text || null)}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
        // What comes once the person has gone on would open over the next field.
        options={isInside ? [...suggested] : []}
        defaultActiveFirstOption={false}
        // Beside the field, and not at the end of the page, where it would belong to no part of it.
        getPopupContainer={(field: HTMLElement) => field.parentElement ?? field}
        style={{ width: '100%' }}
      >
        <ComboInput />
      </AutoComplete>
      <div role="status" className="muted">
        {said}
      </div>
    </>
  );
}

/** As long as nothing in the list is gone to, antd names a line that there is not as the one that is. */
const ComboInput = forwardRef<InputRef, InputProps>(function ComboInput(props, ref) {
  const { 'aria-activedescendant': active, ...rest } = props;
  const isThere = active !== undefined && !active.endsWith('_-1');
  return <Input {...rest} {...(isThere ? { 'aria-activedescendant': active } : {})} ref={ref} />;
});
