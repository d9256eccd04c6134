import { WORK_ITEM_LABELS } from '@zhaoguan/contracts';
import type { Notice } from './notification';
import { inWords } from './notices';
import type { Overdue } from './overdue';

type Told = Pick<Overdue, 'id' | 'type' | 'subjectId' | 'title' | 'dueOn' | 'level' | 'lacking'>;

const matterOf = ({ type, title, dueOn }: Told): string =>
  `${WORK_ITEM_LABELS[type]}：${title}，应于${inWords(dueOn)}以前办结`;

function askOf({ level, lacking }: Told): string {
  if (lacking === 'ABOVE') return '已超期，上级部门在本平台没有可以督办的人员，请继续督办';
  return level === 'SECOND' ? '下级仍未办结，请督办' : '已超期，请督办';
}

/** For the person above, or the level above. */
export const overdueRaised = (overdue: Told): Notice => ({
  type: 'OVERDUE_RAISED',
  subject: { type: 'overdue', id: overdue.id },
  title: `${askOf(overdue)}：${matterOf(overdue)}`,
  awaits: { type: 'OVERDUE_TO_SUPERVISE', matterId: overdue.id },
});

/** For the office: what the person above has to say stands on the page. Done with when the work itself is. */
export const overdueUrged = (overdue: Told): Notice => ({
  type: 'OVERDUE_URGED',
  subject: { type: 'overdue', id: overdue.id },
  title: `负责人提出了督办意见，请抓紧办理并说明超期原因：${matterOf(overdue)}`,
  awaits: { type: overdue.type, matterId: overdue.subjectId },
});

/** For the person above. */
export const overdueExplained = (overdue: Told): Notice => ({
  type: 'OVERDUE_EXPLAINED',
  subject: { type: 'overdue', id: overdue.id },
  title: `承办部门说明了超期原因：${matterOf(overdue)}`,
  awaits: { type: 'OVERDUE_TO_SUPERVISE', matterId: overdue.id },
});
