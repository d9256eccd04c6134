import { matterInWords, REGIME_WORDS } from '@zhaoguan/contracts';
import type { PublicReceipt } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Day } from '../components/dates';
import { Digest } from '../components/digest';
import { printedFacts } from './receipt-words';

type SupersededProps = Pick<PublicReceipt, 'versions' | 'regime' | 'kind'> & {
  /** What the version is called that took their place: 现行, or 最后一版 of what holds no more. */
  readonly latest: string;
};

/** A receipt of an earlier version was genuine, and says what is no longer so. */
export function Superseded({ versions, regime, kind, latest }: SupersededProps): VNode {
  const proof = regime === 'LICENCE' ? REGIME_WORDS.LICENCE.proof : '回执';
  return (
    <>
      <h3>
        以前的{proof}（已由{latest}
        {proof}代替）
      </h3>
      <ul class="text">
        {versions.map(({ version, type, prolongs, name, filedOn, sm3, ...site }) => (
          <li key={version}>
            第{version}版，{matterInWords({ regime, type, prolongs })}，{name}，<Day date={filedOn} />
            {printedFacts({ kind, ...site }).map(({ name: what, value }) => `，${what}：${value}`)}
            {sm3 !== null && (
              <>
                ，文件摘要（SM3） <Digest name={`第${version}版${proof}文件摘要`} value={sm3} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
