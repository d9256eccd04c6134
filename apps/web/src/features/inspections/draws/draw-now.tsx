import { beaconName, departmentLabel } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { instantInWords } from '../../../shared/ui/dates';
import { Waiting } from '../../../shared/ui/waiting';
import { useInstitution } from '../../institutions/queries';
import { useDraws, type Draw } from './queries';

/** What a draw waits for, when it is not for the person who reads, or why it came to nothing. */
export function DrawNow({ draw }: { readonly draw: Draw }) {
  const { status, beacon, failure, voidReason, outstandingTasks } = draw;
  const may = (act: Draw['availableActions'][number]) => draw.availableActions.includes(act);
  switch (status) {
    case 'ANNOUNCED':
      return may('enterBeacon') ? null : (
        <p className="notice">
          等抽查计划人录入{beaconName(beacon)}。录入以后，由复核公布人独立再录入一遍，一致的立即抽取。
        </p>
      );
    case 'BEACON_ENTERED':
      return may('confirmBeacon') ? null : (
        <p className="notice">
          公开随机数已录入，等另一位工作人员（复核公布人）对照官方结果再录入一遍，一致的立即抽取。
        </p>
      );
    case 'BEACON_CONFIRMED':
      return (
        <div className="notice" role="status">
          正在抽取，完成后这里自动更新。您可以离开这一页。
          <Waiting />
        </div>
      );
    case 'DRAWN':
      return <p className="notice">{whoOpens(outstandingTasks, may('open'))}</p>;
    case 'INFEASIBLE':
      return (
        <p className="notice">
          {failure && <Failed {...failure} />}
          这次抽取没有结果。
          {may('discard')
            ? '请您作废，理由和没有结果的情况随之公开；以后由抽查计划人补充人员，重新公告。'
            : '由没有经手公告、没有录入和确认公开随机数的复核公布人作废，连同理由公开；以后由抽查计划人补充人员，重新公告。'}
        </p>
      );
    case 'VOIDED':
      return (
        <p className="notice">
          {failure && <Failed {...failure} />}
          已作废，理由：{voidReason}
          <AnnouncedAgain draw={draw} />
        </p>
      );
    case 'OPENED':
      return null;
  }
}

/** Everybody who reads the page learns whose act is next, also where it is a colleague's. */
function whoOpens(outstanding: number, mine: boolean): string {
  if (outstanding > 0) {
    return `检查任务已派给检查人员，还有 ${outstanding} 项没有提交结果，或者机构关闭、迁出、找不到而另一名成员还没有会签。全部完成以后，由抽查计划人公开抽取。`;
  }
  return mine
    ? '检查已经全部提交，请您公开抽取。'
    : '检查已经全部提交，等抽查计划人公开抽取。检查结果由复核公布人逐家公布，不必等到抽取公开。';
}

/** The announcement of the same plan that came after one that was thrown away. */
function AnnouncedAgain({ draw: { id, planId, announcedAt } }: { readonly draw: Draw }) {
  const { items } = useDraws({ planId });
  const next = items?.findLast((one) => one.id !== id && one.announcedAt > announcedAt);
  if (next === undefined) return null;
  return (
    <>
      。同一计划已另发公告：<Link to={`/draws/${next.id}`}>{instantInWords(next.announcedAt)}的抽取公告</Link>
    </>
  );
}

/** Whom nobody could be sent to. */
function Failed({ target, department }: NonNullable<Draw['failure']>) {
  const { data } = useInstitution(target);
  return (
    <>
      抽中的<Link to={`/institutions/${target}`}>{data?.name ?? '一家机构'}</Link>派不出
      {departmentLabel(department)}的检查人员。
    </>
  );
}
