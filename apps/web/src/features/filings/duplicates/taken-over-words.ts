import { caseWords, type FilingType, type Regime } from '@zhaoguan/contracts';
import { dayInWords } from '../../../shared/ui/dates';
import type { Duplicates } from './queries';

export type TakenOver = NonNullable<Duplicates['takesOver']>;

/** Of one code but kept by somebody else: one legal person that serves at two sites files for both, as a rule. */
export const isOfAnother = ({ ofAnother, likenesses }: Duplicates['items'][number]): boolean =>
  ofAnother && likenesses.some(({ code }) => code === 'SAME_CODE');

/** Which record of the register it is: name, number with its day, and where it comes from. */
export function takenOverInWords({
  name,
  filingNumber,
  filedOn,
  registeredOn,
  wasRevoked,
}: TakenOver): string {
  const number = filingNumber === null ? '没有编号' : `编号 ${filingNumber}`;
  const day = filingNumber === null || filedOn === null ? '' : `，备案日期 ${dayInWords(filedOn)}`;
  const origin = wasRevoked ? '以前的备案或者许可已被撤销' : `${dayInWords(registeredOn)}由名录导入`;
  return `“${name}”（${number}${day}，${origin}）`;
}

/** One legal person has one head: a change of whom is proved, or somebody else files. */
export const OTHER_HEAD = '名录记载的法定代表人（负责人）与本件填报的不是同一人，请核对登记证书和授权委托书';

/** In whose account it is: whoever files for it now need not be who did before, and that is to be looked at before it passes on. */
export function ownerInWords({ ofAnother, wasRevoked, otherHead }: TakenOver): string {
  if (ofAnother)
    return `现在归在另一个账号名下，不是本件申请人的账号。请核对申请人是不是由该机构委托（授权委托书、法定代表人身份）。${otherHead ? `${OTHER_HEAD}。` : ''}`;
  return wasRevoked ? '现在就在申请人的账号名下。' : '还没有归入任何账号。';
}

/** What a decision for the applicant does with it, in place of a new entry in the register. */
export function afterTakingOver(
  taken: TakenOver,
  filing: { readonly type: FilingType; readonly regime: Regime },
): readonly string[] {
  const { number, proof } = caseWords(filing);
  return [
    ...(taken.ofAnother
      ? [
          '它现在归在另一个账号名下：准予以后原经办人不能再办理它的事项，并收到通知。请先核对申请人是不是由该机构委托。',
        ]
      : []),
    ...(taken.otherHead ? [`请注意：${OTHER_HEAD}。`] : []),
    `名录中原有的${takenOverInWords(taken)}归入申请人账号，不另立一家；记载的内容改为本件填报的内容，以前的办理和检查记录随同保留。`,
    taken.numberKept
      ? `沿用原${number} ${taken.filingNumber ?? ''}${taken.filedOn === null ? '' : `和原备案日期 ${dayInWords(taken.filedOn)}`}，不另编号；系统生成${proof}，申请人可以下载。`
      : `系统生成新的${number}和${proof}，申请人可以下载。`,
    '机构此后仍在名录中，公众可以查询；纳入双随机抽查。',
  ];
}
