import { beaconName } from '@zhaoguan/contracts';
import { faultInWriting, poolsOf } from '@zhaoguan/draw';
import { Input } from 'antd';
import { useId } from 'react';
import { joinValues, partsOf, readNumbers, spellingOf, splitValue, writeNumbers } from './beacon-value';
import { NumberPicker } from './number-picker';
import type { Beacon } from './queries';

interface BeaconValueFieldProps {
  readonly beacon: Beacon;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with all of it, as handed in. */
  readonly fault?: string | undefined;
}

/** The value of a beacon: picked by number, or written; both always show the same. What cannot become right is said at once. */
export function BeaconValueField({ beacon, value, onChange, fault }: BeaconValueFieldProps) {
  const parts = partsOf(beacon);
  const values = splitValue(value, parts.length);
  const set = (index: number, written: string) =>
    onChange(joinValues(values.map((one, i) => (i === index ? written : one))));
  return (
    <>
      {parts.map((part, i) => (
        <OneValue
          key={part.source}
          {...part}
          value={values[i] ?? ''}
          isRefused={fault !== undefined}
          onChange={(written) => set(i, written)}
        />
      ))}
      {fault !== undefined && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

interface OneValueProps {
  readonly source: string;
  readonly round: string;
  readonly value: string;
  readonly isRefused: boolean;
  readonly onChange: (value: string) => void;
}

function OneValue({ source, round, value, isRefused, onChange }: OneValueProps) {
  const id = useId();
  const fault = isRefused ? undefined : faultInWriting({ source, round }, value.trim());
  const pools = poolsOf(source);
  const numbers = readNumbers(source, value);
  return (
    <section className="beacon-value" aria-label={beaconName({ source, round })}>
      <h3>{beaconName({ source, round })}</h3>
      {pools.map((pool, i) => (
        <NumberPicker
          key={pool.name}
          pool={pool}
          picked={numbers[i] ?? []}
          onChange={(picked) =>
            onChange(
              writeNumbers(
                round,
                numbers.map((one, j) => (j === i ? picked : one)),
              ),
            )
          }
        />
      ))}
      <label htmlFor={id}>公开随机数的值</label>
      <Input
        id={id}
        className="mono"
        value={value}
        maxLength={500}
        autoComplete="off"
        aria-describedby={`${id}-help`}
        {...(isRefused || fault !== undefined ? { status: 'error' as const } : {})}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-help`} className="muted">
        {pools.length > 0 && '点选上面的号码，这里自动按规定写好；也可以直接填写。'}写法：{spellingOf(source)}
      </p>
      {fault !== undefined && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
