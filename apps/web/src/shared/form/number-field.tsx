import { InputNumber, type InputNumberProps } from 'antd';
import { useCallback, useId, useState } from 'react';
import { halfWidthNumber, numberIn } from './half-width';

type NumberFieldProps = Omit<InputNumberProps<number>, 'parser' | 'formatter'>;
type Formatter = NonNullable<InputNumberProps<number>['formatter']>;

/**
 * The field of every number in the console. What an input method gives in full width becomes a number as it is typed:
 * antd alone would take it for nothing and empty the field. What was typed stays as long as it means the value.
 */
export function NumberField(props: NumberFieldProps) {
  const { precision } = props;
  const [typed, setTyped] = useState('');
  /** What was typed and is no number: antd empties the field of it when it is left. */
  const [lost, setLost] = useState<string | null>(null);
  const lostNote = useId();
  // One and the same function: with another antd writes the value anew, over what is being typed.
  const format = useCallback<Formatter>(
    (value, { input }) => {
      const written = String(value ?? '');
      const means = numberIn(input);
      if (written !== '' && means !== '' && Number(means) === Number(written)) return halfWidthNumber(input);
      return written === '' || precision === undefined ? written : Number(written).toFixed(precision);
    },
    [precision],
  );
  return (
    <>
      <InputNumber<number>
        // Its steps are named in English, and nobody counts people by clicking; the arrow keys stay.
        controls={false}
        {...props}
        {...(lost !== null && {
          status: 'error' as const,
          'aria-invalid': true,
          'aria-describedby': [lostNote, props['aria-describedby'] ?? ''].join(' ').trim(),
        })}
        parser={parse}
        formatter={format}
        onInput={(text) => {
          setTyped(text);
          setLost(null);
        }}
        onBlur={(event) => {
          setLost(isNoNumber(typed) ? typed : null);
          props.onBlur?.(event);
        }}
      />
      {lost !== null && (
        <div id={lostNote} role="alert">
          “<bdi>{lost}</bdi>”不是数字，没有采用。请用阿拉伯数字填写。
        </div>
      )}
    </>
  );
}

function isNoNumber(typed: string): boolean {
  const means = numberIn(typed);
  return typed.trim() !== '' && (means === '' || Number.isNaN(Number(means)));
}

/** Text, whatever antd's type says: an empty one is how it knows that nothing stands in the field. */
function parse(shown: string | undefined): number {
  return numberIn(shown ?? '') as unknown as number;
}
