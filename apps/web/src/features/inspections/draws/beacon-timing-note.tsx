import type { Schemas } from '@zhaoguan/api-client';
import { explain } from '../../../shared/ui/failure';
import { instantInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import { useDemonstration } from '../../../shared/ui/use-demonstration';
import { useBeaconTiming, type Beacon } from './queries';

/** When a beacon becomes known that would be announced now. */
export function BeaconTimingNote({ beacon }: { readonly beacon: Beacon }) {
  const timing = useBeaconTiming(beacon);
  return (
    <p role="status">
      {timing.error && (
        <>
          <Mark tone="attention">请核对</Mark> {explain(timing.error).advice}
        </>
      )}
      {!timing.error && timing.data && <TimingWords timing={timing.data} />}
    </p>
  );
}

type Timing = Pick<Schemas['BeaconTimingDto'], 'notBefore' | 'knownAtAnnouncement'>;

function TimingWords({ timing: { notBefore, knownAtAnnouncement } }: { readonly timing: Timing }) {
  const when = notBefore === null ? '' : instantInWords(notBefore);
  switch (knownAtAnnouncement) {
    case 'NO':
      return (
        <>
          <Mark tone="good">可以用</Mark> 这一期最早于{when}产生（遇春节、国庆休市顺延）。
        </>
      );
    case 'PERHAPS':
      return <PerhapsKnown when={when} />;
    case 'YES':
      return <Known when={when} />;
    case 'NO_SUCH_ROUND':
      return (
        <>
          <Mark tone="stopped">不能用</Mark> 按开奖日程，该年没有这一期，请核对期号。
        </>
      );
  }
}

/** Only a demonstration draws with what may be known already. */
function PerhapsKnown({ when }: { readonly when: string }) {
  return useDemonstration() === true ? (
    <>
      <Mark tone="attention">请核对</Mark> 这一期最早可能在{when}
      已经产生，仅凭期号不能断定；演示系统可以使用，但这样的抽取不能证明结果无人预知。
    </>
  ) : (
    <>
      <Mark tone="stopped">不能用</Mark> 这一期最早可能在{when}已经产生，请选期号更大的一期。
    </>
  );
}

function Known({ when }: { readonly when: string }) {
  return useDemonstration() === true ? (
    <>
      <Mark tone="attention">仅供演示</Mark> 这一期在{when}
      之后不久已经产生；演示系统可以使用近三个月的，但这样的抽取不能证明结果无人预知。
    </>
  ) : (
    <>
      <Mark tone="stopped">不能用</Mark> 这一期在{when}之后不久已经产生，请选公告之后开奖的一期。
    </>
  );
}
