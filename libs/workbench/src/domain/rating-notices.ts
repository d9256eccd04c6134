import { LEAD_DEPARTMENT_NAMES, ROLE_LABELS } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { FollowUpFacts } from './facts';
import type { Notice } from './notification';

/** Neither institution nor applicant is named: who decides about them may read over a shoulder. */
export const followUpOpened = ({ id }: FollowUpFacts, dueOn: PlainDate, again: boolean): Notice => {
  const [year, month, day] = dueOn.split('-').map(Number);
  const by = `请在${year}年${month}月${day}日前办结`;
  return {
    type: 'FOLLOW_UP_OPENED',
    subject: { type: 'rating-follow-up', id },
    title: again ? `评价人认为一件差评没有解决，已重新办理，${by}` : `收到一件差评，请回访核实，${by}`,
  };
};

/** For the administrator, who arranges for somebody and reads nothing of the rating. */
export const followUpUnattended = ({ id, kind }: FollowUpFacts, district: string): Notice => ({
  type: 'FOLLOW_UP_UNATTENDED',
  subject: null,
  title: `${district}${LEAD_DEPARTMENT_NAMES[kind]}收到一件差评，本机关和上级机关都没有可以回访的工作人员，请新建一名没有办理过该件的${ROLE_LABELS.REVIEWER}`,
  awaits: { type: 'RATING_TO_FOLLOW_UP', matterId: id },
});

/** For the applicant, on the page of whose filing the answer stands. */
export const followUpEnded = ({ filingId, status }: FollowUpFacts): Notice => ({
  type: 'FOLLOW_UP_ENDED',
  subject: { type: 'filing', id: filingId },
  title:
    status === 'UNFOUNDED'
      ? '您的评价已经核实，请查看答复；认为没有解决的，可以追加一次评价'
      : '您反映的问题已经整改，请查看答复；认为没有解决的，可以追加一次评价',
});
