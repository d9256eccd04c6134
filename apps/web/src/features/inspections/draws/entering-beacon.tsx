import { beaconName } from '@zhaoguan/contracts';
import { poolsOf } from '@zhaoguan/draw';
import { Decision, type DecisionProps } from '../../../shared/ui/decision';
import { partsOf, readNumbers, splitValue, twoDigits } from './beacon-value';
import type { Beacon } from './queries';

type EnteringBeaconProps = Pick<DecisionProps, 'open' | 'busy' | 'error' | 'onCancel' | 'onConfirm'> & {
  readonly beacon: Beacon;
  readonly value: string;
  /** Looked at already: an address of the web. */
  readonly sourceUrl: string;
};

/** The second look at what was typed, beside where it was published: a wrong number costs a colleague another round. */
export function EnteringBeacon({ beacon, value, sourceUrl, ...decision }: EnteringBeaconProps) {
  const parts = partsOf(beacon);
  const values = splitValue(value, parts.length);
  return (
    <Decision
      {...decision}
      act="录入公开随机数"
      consequences={[
        ...parts.map((part, i) => (
          <>
            {beaconName(part)}：<strong>{numbersInWords(part.source, values[i] ?? '')}</strong>
          </>
        )),
        <>
          对照的网址：
          <a href={sourceUrl} target="_blank" rel="noreferrer">
            {sourceUrl}
          </a>
        </>,
        '录入后须由另一人核对：复核公布人对照官方结果独立再录入一遍，两次一致才会抽取。',
        '核对以前录错了可以重新录入；核对以后不能再改，号码和网址随抽取公开。',
      ]}
    />
  );
}

/** `红球 03 08 12 21 27 33，蓝球 09`; what is no numbers of a lottery, as it stands. */
function numbersInWords(source: string, value: string): string {
  const pools = poolsOf(source);
  if (pools.length === 0) return value;
  const numbers = readNumbers(source, value);
  return pools.map(({ name }, i) => [name, ...(numbers[i] ?? []).map(twoDigits)].join(' ').trim()).join('，');
}
