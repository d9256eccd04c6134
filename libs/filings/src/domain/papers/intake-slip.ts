import { caseWords, type PaperBody, type PaperSection } from '@zhaoguan/contracts';
import { chineseDate } from '@zhaoguan/kernel';
import type { Filing } from '../filing';
import { legalBasisOf } from '../filing.deadlines';
import { asksForLicence } from '../filing-types';
import { toGoOn } from './licence-papers';
import { submittedOn, you, type ActPaperFacts, type HandedIn } from './paper-words';

/**
 * 收件凭证: what was handed in, when and to whom, and by when it is answered. It proves that something came in, and nothing else: an
 * application for a licence is taken in (受理), or turned away, by a paper of its own.
 * @param matter what was filed or applied for, as it stands in a title
 * @law 行政许可法第三十二条
 */
export function intakeSlip(facts: ActPaperFacts, matter: string): PaperBody {
  const { filing, handedIn } = facts;
  if (handedIn === null) throw new Error(`filing ${filing.id} was not handed in`);
  const again = filing.round > 1 ? `（第${filing.round}次提交）` : '';
  return {
    title: `${matter}材料收件凭证`,
    opening: `${you(filing)}${submittedOn(filing)}提交的${matter}${toGoOn(facts)}材料${again}，本机关已经收到：`,
    sections: [received(handedIn), receivedBy(handedIn), answeredBy(filing), notProven(filing)],
  };
}

function received({ uploaded, promised }: HandedIn): PaperSection {
  return {
    heading: '收到的材料',
    paragraphs: [
      `填报的内容1份，材料${uploaded.length}项，电子文件共${uploaded.length}个${promised.length === 0 ? '' : `，另有${promised.length}项以告知承诺代替`}。`,
    ],
    items: [
      ...uploaded.map((name) => `${name}：电子文件1个。`),
      ...promised.map((name) => `${name}：以告知承诺代替，没有提交文件。`),
    ],
  };
}

/** By what they do, never by their name: it is the authority that received it. */
const receivedBy = ({ atWindow }: HandedIn): PaperSection => ({
  heading: '收件方式和收件人',
  paragraphs: [
    atWindow
      ? '申请人到窗口当面提交，由本机关窗口工作人员代为填报、收件；收件的工作人员不办理本件。'
      : '申请人在线提交，由系统自动收件。',
  ],
});

function answeredBy(filing: Filing): PaperSection {
  const { dueOn, admitBy, regime, type } = filing;
  if (dueOn === null) throw new Error(`filing ${filing.id} has no term for its answer`);
  const { proof } = caseWords({ regime, type });
  const last = chineseDate(dueOn);
  const paragraphs =
    asksForLicence(filing) && admitBy !== null
      ? [
          `本机关最迟于${chineseDate(admitBy)}（含当日）告知是否受理、需要补正什么。根据${legalBasisOf(filing, 'presume')}，逾期没有告知的，自收到申请材料之日起即为受理。`,
          `予以受理的，本机关最迟于${last}（含当日）作出准予或者不予许可的决定；依法延长期限的，另行告知理由。`,
        ]
      : [`本机关最迟于${last}（含当日）出具${proof}，或者告知不予办理的理由、需要补正的全部内容。`];
  return {
    heading: '答复的期限',
    paragraphs: [...paragraphs, '退回补正的，上述期限自重新收到材料之日起重新计算。'],
  };
}

function notProven(filing: Filing): PaperSection {
  const { proof } = caseWords(filing);
  const other = asksForLicence(filing) ? `不是受理通知书，不代替${proof}` : `不代替${proof}`;
  return {
    heading: '说明',
    paragraphs: [`本凭证只证明收到上述材料，不表示材料齐全、符合要求，${other}。请妥善保管，查询时出示。`],
  };
}
