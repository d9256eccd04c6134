import type { Schemas } from '@zhaoguan/api-client';
import type { Step } from '../../../shared/ui/state-line';
import { instantInWords } from '../../../shared/ui/dates';
import type { Draw } from './queries';

type Act = Pick<Schemas['InspectionActDto'], 'action' | 'actorName' | 'at'>;
type Standing = Pick<Draw, 'status' | 'drawnAt' | 'outstandingTasks'> & {
  readonly beacon: Pick<Draw['beacon'], 'confirmedAt'> & {
    readonly timing: Pick<Draw['beacon']['timing'], 'notBefore' | 'knownAtAnnouncement'>;
  };
};

const LABELS = ['公告', '公开随机数', '抽取', '封存', '公开'] as const;
/** Which of the steps a draw has come to, by its state. */
const REACHED: Readonly<Record<Exclude<Draw['status'], 'VOIDED'>, number>> = {
  ANNOUNCED: 1,
  BEACON_ENTERED: 1,
  BEACON_CONFIRMED: 2,
  INFEASIBLE: 2,
  DRAWN: 3,
  OPENED: LABELS.length,
};

/** A draw as a line of steps: what is done, by whom and when, where it stands, and what it waits for. */
export function drawSteps(draw: Standing, acts: readonly Act[]): readonly Step[] {
  const stopped = draw.status === 'VOIDED' || draw.status === 'INFEASIBLE';
  const here = draw.status === 'VOIDED' ? reachedBeforeVoid(draw) : REACHED[draw.status];
  const notes = notesOf(draw, acts);
  return LABELS.map((label, i): Step => {
    const note = notes[i];
    const state = i < here ? 'done' : i > here ? 'ahead' : stopped ? 'stopped' : 'here';
    return note === undefined ? { label, state } : { label, state, note };
  });
}

function reachedBeforeVoid({ drawnAt, beacon }: Standing): number {
  if (drawnAt !== null) return REACHED.DRAWN;
  return beacon.confirmedAt === null ? REACHED.ANNOUNCED : REACHED.BEACON_CONFIRMED;
}

/** Of an issue that was out before it was announced nothing is awaited (demonstrations only). */
function beaconInWords({ notBefore, knownAtAnnouncement }: Standing['beacon']['timing']): string {
  if (notBefore === null) return '等公开随机数产生';
  const when = instantInWords(notBefore);
  return knownAtAnnouncement === 'YES' ? `公开随机数已于${when}之后产生` : `公开随机数最早于${when}产生`;
}

function notesOf(draw: Standing, acts: readonly Act[]): readonly (string | undefined)[] {
  const by = (action: string) => {
    // A beacon may be entered more than once: the last time counts.
    const act = acts.findLast((one) => one.action === action);
    return act && `${act.actorName ?? '已注销的账号'} ${instantInWords(act.at)}`;
  };
  const { status, beacon, outstandingTasks } = draw;
  const now: Readonly<Record<Draw['status'], string>> = {
    ANNOUNCED: beaconInWords(beacon.timing),
    BEACON_ENTERED: '已录入，等复核公布人核对',
    BEACON_CONFIRMED: '正在计算',
    INFEASIBLE: '人员无法安排，没有结果，由复核公布人作废',
    DRAWN:
      outstandingTasks > 0 ? `还有 ${outstandingTasks} 项检查没有完成` : '检查已全部提交，由抽查计划人公开',
    OPENED: '',
    VOIDED: `已作废${(by('void') ?? by('discard')) ? `：${by('void') ?? by('discard')}` : ''}`,
  };
  const done = [
    by('announce'),
    by('confirmBeacon'),
    by('complete'),
    by('complete') && '结果摘要已公开',
    by('open'),
  ];
  const here = status === 'VOIDED' ? reachedBeforeVoid(draw) : REACHED[status];
  return LABELS.map((_, i) => (i < here ? done[i] : i === here ? now[status] : undefined));
}
