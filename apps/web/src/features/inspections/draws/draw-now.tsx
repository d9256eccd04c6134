import { beaconName, departmentLabel } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { Waiting } from '../../../shared/ui/waiting';
import { useInstitution } from '../../institutions/queries';
import type { Draw } from './queries';

/** What a draw waits for, when it is not for the person who reads, or why it came to nothing. */
export function DrawNow({ draw }: { readonly draw: Draw }) {
  const { status, beacon, failure, voidReason, outstandingTasks } = draw;
  const may = (act: Draw['availableActions'][number]) => draw.availableActions.includes(act);
  switch (status) {
    case 'ANNOUNCED':
      return may('enterBeacon') ? null : (
        <p className="notice">等抽查计划人录入{beaconName(beacon)}。录入以后，由另一位工作人员确认。</p>
      );
    case 'BEACON_ENTERED':
      return may('confirmBeacon') ? null : (
        <p className="notice">信标已录入，等另一位工作人员（复核公布人）对照官方结果再录入一遍。</p>
      );
    case 'BEACON_CONFIRMED':
      return (
        <div className="notice" role="status">
          正在抽取，完成后这里自动更新。您可以离开这一页。
          <Waiting />
        </div>
      );
    case 'DRAWN':
      return (
        <p className="notice">
          {outstandingTasks > 0
            ? `检查任务已派给检查人员，还有 ${outstandingTasks} 项没有提交或者等待会签。全部完成以后，才能公开抽取。`
            : '检查已经全部提交，可以公开抽取。'}
        </p>
      );
    case 'INFEASIBLE':
      return (
        <p className="notice">
          {failure && <Failed {...failure} />}
          这次抽取没有结果。须由没有经手公告、没有录入和确认信标的工作人员作废，连同理由公开，再重新公告。
        </p>
      );
    case 'VOIDED':
      return (
        <p className="notice">
          {failure && <Failed {...failure} />}
          已作废，理由：{voidReason}
        </p>
      );
    case 'OPENED':
      return null;
  }
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
