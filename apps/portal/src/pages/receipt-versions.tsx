import { caseWords, REGIME_WORDS, type FilingType } from '@zhaoguan/contracts';
import type { PublicReceipt } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Day } from '../components/dates';
import { Digest } from '../components/digest';
import { printedFacts } from './receipt-words';

type SupersededProps = Pick<PublicReceipt, 'versions' | 'regime' | 'kind'> & {
  /** What the version in force was given out for. */
  readonly current: FilingType;
};

/** A receipt of an earlier version was genuine, and says what is no longer so. */
export function Superseded({ versions, regime, kind, current }: SupersededProps): VNode {
  const named = (type: FilingType): string =>
    regime === 'LICENCE' ? caseWords({ regime, type }).proof : '回执';
  const proofs = [...new Set(versions.map(({ type }) => named(type)))].join('、');
  const isRegistration = caseWords({ regime, type: current }).process === 'licence-notice';
  return (
    <>
      <h3>
        以前的{proofs}（{isRegistration ? '服务状态以现行登记回执为准' : `已由现行${named(current)}代替`}）
      </h3>
      <ul class="text">
        {versions.map(({ version, type, name, filedOn, sm3, ...site }) => (
          <li key={version}>
            第{version}版，{REGIME_WORDS[regime].types[type]}，{name}，<Day date={filedOn} />
            {printedFacts({ kind, ...site }).map(({ name: what, value }) => `，${what}：${value}`)}
            {sm3 !== null && (
              <>
                ，文件摘要（SM3） <Digest name={`第${version}版${named(type)}文件摘要`} value={sm3} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
