import { beaconName } from '@zhaoguan/contracts';
import { Digest } from '../../../shared/ui/digest';
import { instantInWords } from '../../../shared/ui/dates';
import { Facts, type Fact } from '../../../shared/ui/facts';
import { digestsOf } from './announcement';
import type { Draw } from './queries';

/** What has been made public: the beacon, and the digests by which nothing can be exchanged afterwards. */
export function PublishedDigests({ draw }: { readonly draw: Draw }) {
  const { beacon, announcementSm3, resultDigest, announcedAt, openedAt } = draw;
  const facts: Fact[] = [
    { name: '公告时间', value: instantInWords(announcedAt) },
    { name: '公开随机数', value: beaconName(beacon) },
    { name: '公开随机数的值', value: <BeaconValue draw={draw} /> },
    ...(beacon.sourceUrl === null ? [] : [{ name: '公开随机数的来源', value: beacon.sourceUrl }]),
    { name: '公告摘要', value: <Digest name="公告摘要" value={announcementSm3} /> },
    ...digestsOf(draw.announcement).map(({ name, value }) => ({
      name,
      value: <Digest name={name} value={value} />,
    })),
    {
      name: '抽取结果摘要',
      value:
        resultDigest === null ? withoutResult(draw) : <Digest name="抽取结果摘要" value={resultDigest} />,
    },
    ...(openedAt === null ? [] : [{ name: '公开时间', value: instantInWords(openedAt) }]),
  ];
  return (
    <>
      <p className="muted">
        摘要好比封条：内容改动一个字，摘要就对不上。前几项在公告时公开，抽取结果的摘要在抽取后当即公开。
      </p>
      <Facts facts={facts} />
    </>
  );
}

/** Nothing is promised of a draw that ended without a result. */
function withoutResult({ status }: Draw): string {
  if (status === 'VOIDED') return '抽取以前已经作废，没有结果';
  return status === 'INFEASIBLE' ? '没有结果' : '抽取以后公开';
}

/** Before it is confirmed the server tells the value to nobody but who entered it. */
function BeaconValue({ draw: { beacon, status } }: { readonly draw: Draw }) {
  if (beacon.value === null) return <>{beacon.enteredAt === null ? '尚未录入' : '已录入，确认之前不显示'}</>;
  return (
    <>
      <span className="mono">{beacon.value}</span>
      {status === 'BEACON_ENTERED' && <span className="muted">（尚未确认）</span>}
    </>
  );
}
