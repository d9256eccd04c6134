import { noticeInWords, registrationInWords, type LicenceStanding } from '@zhaoguan/contracts';
import type { PublicReceipt } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Day, longDate } from '../components/dates';
import { Digest } from '../components/digest';
import type { Fact } from '../components/facts';
import type { PageContext } from '../http/page-context';
import { RetractionEnd } from './receipt-retracted';
import { printedFacts } from './receipt-words';

/** Where a licence stands today, by what and since when, and until when it was given; nothing for a filing. */
export function standingFacts({ standing, validUntil, renewal, institution }: PublicReceipt): Fact[] {
  if (standing === null) return [];
  const isOver = standing.state === 'CLOSED' || standing.state === 'ENDED' || standing.state === 'REPLACED';
  const goneOn = renewal?.state === 'PRESUMED' ? (institution?.validUntil ?? null) : null;
  // Nobody has decided: it goes on in the register, and the certificate in the hand says the day before that.
  if (goneOn !== null && validUntil !== null && goneOn > validUntil)
    return [
      { name: '许可证状态', value: standingText(standing) },
      { name: '有效期至', value: <Day date={goneOn} /> },
      { name: '许可证上的有效期至', value: <Day date={validUntil} /> },
    ];
  return [
    { name: '许可证状态', value: standingText(standing) },
    {
      name: isOver ? '许可证上的有效期至' : '有效期至',
      value: validUntil === null ? '长期' : <Day date={validUntil} />,
    },
  ];
}

/** What a licence is worth today. */
export function standingText({ state, since, by }: LicenceStanding): string {
  const from = since === null ? '' : `${longDate(since)}起`;
  const seen = by === null ? '' : `，见 ${by}`;
  switch (state) {
    case 'STANDS':
      return by === null ? '有效' : `有效，${from}恢复服务${seen}`;
    case 'SUSPENDED':
      return `${from}暂停服务${seen}；许可证没有收回`;
    case 'CLOSED':
      return `${from}已终止服务${seen}；许可证不再使用`;
    case 'EXPIRED':
      return `有效期已经届满，${from}不再有效`;
    case 'REPLACED':
      return `已由许可证 ${by ?? ''} 代替`;
    case 'ENDED':
      return `${from}不再有效，见上面的注销、撤销情况`;
  }
}

/** What was registered under the number of a licence: papers of their own, which change nothing that the licence says. */
export function Registrations({
  context,
  receipt,
}: {
  context: PageContext;
  receipt: PublicReceipt;
}): VNode | null {
  const { registrations, kind } = receipt;
  if (registrations.length === 0) return null;
  return (
    <>
      <h3>同一许可证编号下的登记回执（记载服务状态，不是许可证的新版）</h3>
      <ul class="text">
        {registrations.map((each) => {
          const { name, filedOn, sm3 } = each;
          const number = registrationInWords(each);
          return (
            <li key={number}>
              {number}，{noticeInWords(each)}（{effectText(each, receipt, context)}），{name}，登记日期{' '}
              <Day date={filedOn} />
              {each.retractedOn !== null && '，'}
              <RetractionEnd context={context} of={each} />
              {printedFacts({ ...each, kind }).map(({ name: what, value }) => `，${what}：${value}`)}
              {sm3 !== null && (
                <>
                  ，文件摘要（SM3） <Digest name={`${number}登记回执文件摘要`} value={sm3} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** From which day on it holds; what was not in force on its day has none, and what was taken back never had one. */
function effectText(
  { effectiveOn, retractedOn }: PublicReceipt['registrations'][number],
  { institution }: PublicReceipt,
  { today }: PageContext,
): string {
  if (retractedOn !== null) return `原定自${longDate(effectiveOn)}起`;
  const step = institution?.statusStep;
  const waits = step?.inForce === false && step.effectiveOn === effectiveOn && effectiveOn <= today;
  return waits ? '尚未生效' : `自${longDate(effectiveOn)}起`;
}
