import type { PaperBody } from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import { DISMISSAL_GROUNDS } from '../dismissal';
import { legalBasisOf } from '../filing.deadlines';
import { applicationOf, applied, toGoOn } from './licence-papers';
import { linesOf, remediesOf, you, type ActPaperFacts } from './paper-words';

/**
 * 受理通知书, given out for what was taken in and for what counts as taken in because nothing was said in time.
 * @law 行政许可法第三十二条第一款第四项、第五项，第二款
 */
export function licenceAdmission(facts: ActPaperFacts): PaperBody {
  const { filing } = facts;
  const { submittedAt, admitBy, admittedOn, dueOn } = filing;
  if (submittedAt === null || admitBy === null || admittedOn === null || dueOn === null) {
    throw new Error(`filing ${filing.id} was not taken in`);
  }
  const from = chineseDate(dateInShanghai(submittedAt));
  const silent = admittedOn > admitBy;
  const why = silent
    ? `本机关在${chineseDate(admitBy)}以前没有告知${you(filing)}是否受理、需要补正什么。根据${legalBasisOf(filing, 'presume')}，自收到申请材料之日起即为受理。`
    : `经核对，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。根据${legalBasisOf(filing, 'admit')}，决定予以受理。`;
  return {
    title: `${applicationOf(filing)}受理通知书`,
    opening: `${applied(filing)}${toGoOn(facts)}收悉。${why}`,
    sections: [
      {
        heading: '受理日期和办理期限',
        paragraphs: [
          `受理日期为收到申请材料之日，即${from}。本机关将于${chineseDate(dueOn)}前（含当日）作出准予或者不予许可的决定；依法延长期限的，另行告知理由。`,
        ],
      },
    ],
  };
}

/**
 * 不予受理决定书: that no licence is needed, or where to turn to, and the right to have it reviewed or to sue.
 * @law 行政许可法第三十二条第一款第一项、第二项，第二款，第七条
 */
export function licenceDismissal(facts: ActPaperFacts): PaperBody {
  const { filing, dismissal, remedies } = facts;
  if (dismissal === null) throw new Error(`filing ${filing.id} was not dismissed`);
  const { ground, reason, competent } = dismissal;
  const { label, item } = DISMISSAL_GROUNDS[ground];
  return {
    title: `${applicationOf(filing)}不予受理决定书`,
    opening: `${applied(filing)}${toGoOn(facts)}收悉。经核对，${label}。根据${legalBasisOf(filing, 'dismiss')}${item}，决定不予受理，现将理由和依法享有的权利告知${you(filing)}：`,
    sections: [
      { heading: '理由', paragraphs: linesOf(reason) },
      ...(competent === null
        ? []
        : [{ heading: '申请的办法', paragraphs: [`请${you(filing)}向${competent}申请。`] }]),
      remediesOf(remedies, '本决定'),
    ],
  };
}
