import type { Schemas } from '@zhaoguan/api-client';
import { explain } from '../../../shared/ui/failure';
import { instantInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { useDemonstration } from '../../../shared/ui/use-demonstration';
import { useBeaconTiming, type Beacon } from './queries';
import { longWait, wordsOf } from './round-words';

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
      {!timing.error && timing.data && <TimingWords source={beacon.source} timing={timing.data} />}
    </p>
  );
}

interface TimingWordsProps {
  readonly source: string;
  readonly timing: Pick<Schemas['BeaconTimingDto'], 'notBefore' | 'knownAtAnnouncement'>;
}

function TimingWords({ source, timing: { notBefore, knownAtAnnouncement } }: TimingWordsProps) {
  switch (knownAtAnnouncement) {
    case 'NO':
      return <ToCome source={source} notBefore={notBefore} />;
    case 'PERHAPS':
      return <PerhapsKnown source={source} when={inWords(notBefore)} />;
    case 'YES':
      return <Known source={source} when={inWords(notBefore)} />;
    case 'NO_SUCH_ROUND':
      return (
        <>
          <Mark tone="stopped">不能用</Mark> 按开奖日程，该年没有这一期，请核对期号。
        </>
      );
  }
}

const inWords = (notBefore: string | null): string => (notBefore === null ? '' : instantInWords(notBefore));

/** A digit too many is a round far ahead, which is no fault and would hold up the draw all the same. */
function ToCome({ source, notBefore }: { readonly source: string; readonly notBefore: string | null }) {
  const { data } = useCalendar();
  const { it, one, delay } = wordsOf(source);
  const days = data && notBefore !== null ? longWait(notBefore, data.today) : undefined;
  const sentence = `${it}最早于${inWords(notBefore)}产生${delay}`;
  return days === undefined ? (
    <>
      <Mark tone="good">可以用</Mark> {sentence}。
    </>
  ) : (
    <>
      <Mark tone="attention">请核对</Mark> {sentence}，要等 {days} 天才能抽取；一般选最近{one}。
    </>
  );
}

interface KnownProps {
  readonly source: string;
  readonly when: string;
}

/** Only a demonstration draws with what may be known already. */
function PerhapsKnown({ source, when }: KnownProps) {
  const { it, one } = wordsOf(source);
  return useDemonstration() === true ? (
    <>
      <Mark tone="attention">请核对</Mark> {it}最早可能在{when}
      已经产生，仅凭号码不能断定；演示系统可以使用，但这样的抽取不能证明结果无人预知。
    </>
  ) : (
    <>
      <Mark tone="stopped">不能用</Mark> {it}最早可能在{when}已经产生，请选号码更大的{one}。
    </>
  );
}

function Known({ source, when }: KnownProps) {
  const { it, one } = wordsOf(source);
  return useDemonstration() === true ? (
    <>
      <Mark tone="attention">仅供演示</Mark> {it}在{when}
      之后不久已经产生；演示系统可以使用近三个月的，但这样的抽取不能证明结果无人预知。
    </>
  ) : (
    <>
      <Mark tone="stopped">不能用</Mark> {it}在{when}之后不久已经产生，请选公告之后产生的{one}。
    </>
  );
}
