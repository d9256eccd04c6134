import { useState } from 'react';
import type { SpokenFault } from './fault-lines';
import { NumberField } from './number-field';
import { highestShown } from './one-price';

const FEN_PER_YUAN = 100;

interface MoneyFieldProps extends SpokenFault {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (fen: number | null) => void;
  readonly wide: boolean;
  readonly label?: string;
  readonly placeholder?: string;
}

/** Fen in the answer, yuan under the hand: no float of antd's own in between. */
export function MoneyField({ id, value, onChange, wide, label, placeholder, ...spoken }: MoneyFieldProps) {
  return (
    <NumberField
      {...spoken}
      id={id}
      value={typeof value === 'number' ? value / FEN_PER_YUAN : null}
      onChange={(yuan) => onChange(yuan === null ? null : Number((yuan * FEN_PER_YUAN).toFixed(4)))}
      suffix="元"
      style={{ width: wide ? '100%' : 200 }}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    />
  );
}

interface MoneyRangeFieldProps extends SpokenFault {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (range: object | null) => void;
}

/** From the lowest to the highest; one price is typed once, as the lowest; with neither there is no answer. */
export function MoneyRangeField({ id, label, value, onChange, ...spoken }: MoneyRangeFieldProps) {
  const { from = null, to = null } = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly from?: unknown;
    readonly to?: unknown;
  };
  const [typed, setTyped] = useState(false);
  const high = highestShown({ from, to }, typed);
  const put = (range: { readonly from: unknown; readonly to: unknown }) =>
    onChange(range.from === null && range.to === null ? null : range);
  return (
    <div className="money-range" role="group" aria-label={label}>
      <MoneyField
        {...spoken}
        id={id}
        value={from}
        onChange={(low) => put({ from: low, to: high })}
        wide
        label={`${label}：最低`}
      />
      <span aria-hidden>至</span>
      <MoneyField
        {...spoken}
        id={`${id}-to`}
        value={high}
        onChange={(most) => {
          setTyped(true);
          put({ from, to: most });
        }}
        wide
        label={`${label}：最高`}
        placeholder="与最低相同"
      />
    </div>
  );
}
