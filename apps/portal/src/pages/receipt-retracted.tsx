import { matterInWords, REGIME_WORDS } from '@zhaoguan/contracts';
import type { PublicReceipt } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { longDate } from '../components/dates';
import { Digest } from '../components/digest';
import type { PageContext } from '../http/page-context';
import { printedFacts } from './receipt-words';

type Version = PublicReceipt['versions'][number];

interface EndProps {
  readonly context: PageContext;
  readonly of: Pick<Version, 'retractedOn' | 'retractedBy'>;
}

/** Since when it is no proof any more, and by which paper; nothing of what was not taken back (撤回). */
export function RetractionEnd({ context, of: { retractedOn, retractedBy } }: EndProps): VNode | null {
  if (retractedOn === null) return null;
  return (
    <>
      已于{longDate(retractedOn)}准予撤回，不再有效
      {retractedBy !== null && (
        <>
          ，见<a href={context.href('/papers', { number: retractedBy })}>{retractedBy}</a>
        </>
      )}
    </>
  );
}

interface RetractedProps {
  readonly context: PageContext;
  readonly receipt: PublicReceipt;
}

const retractedOf = ({ versions }: PublicReceipt): readonly Version[] =>
  versions.filter(({ retractedOn }) => retractedOn !== null);

/** Before anything else to whoever holds a later one than that in force: it is the later one that counts nothing. */
export function RetractedSince({ context, receipt }: RetractedProps): VNode | null {
  const current = receipt.versions.find(({ retractedOn }) => retractedOn === null);
  const since = retractedOf(receipt).filter(({ version }) => current && version > current.version);
  if (since.length === 0) return null;
  return (
    <>
      {since.map((version) => (
        <p key={version.version} class="notice" role="status">
          第{version.version}版回执（{matterInWords({ ...version, regime: receipt.regime })}）
          <RetractionEnd context={context} of={version} />。
        </p>
      ))}
    </>
  );
}

/** What says that it was taken back was genuine when it was given out, and is kept to be compared. */
export function Retracted({ context, receipt }: RetractedProps): VNode | null {
  const { regime, kind } = receipt;
  const retracted = retractedOf(receipt);
  if (retracted.length === 0) return null;
  const proof = regime === 'LICENCE' ? REGIME_WORDS.LICENCE.proof : '回执';
  return (
    <>
      <h3>已经准予撤回的{proof}（所记载的事项没有生效）</h3>
      <ul class="text">
        {retracted.map((each) => {
          const { version, name, filedOn, sm3 } = each;
          return (
            <li key={version}>
              第{version}版，{matterInWords({ ...each, regime })}，{name}，{longDate(filedOn)}，
              <RetractionEnd context={context} of={each} />
              {printedFacts({ ...each, kind }).map(({ name: what, value }) => `，${what}：${value}`)}
              {sm3 !== null && (
                <>
                  ，文件摘要（SM3） <Digest name={`第${version}版${proof}文件摘要`} value={sm3} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
