import { InputNumber, type InputNumberProps } from 'antd';
import { useCallback } from 'react';
import { halfWidthNumber, numberIn } from './half-width';

type NumberFieldProps = Omit<InputNumberProps<number>, 'parser' | 'formatter'>;
type Formatter = NonNullable<InputNumberProps<number>['formatter']>;

/**
 * The field of every number in the console. What an input method gives in full width becomes a number as it is typed:
 * antd alone would take it for nothing and empty the field. What was typed stays as long as it means the value.
 */
export function NumberField(props: NumberFieldProps) {
  const { precision } = props;
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
  return <InputNumber<number> {...props} parser={parse} formatter={format} />;
}

/** Text, whatever antd's type says: an empty one is how it knows that nothing stands in the field. */
function parse(shown: string | undefined): number {
  return numberIn(shown ?? '') as unknown as number;
}
