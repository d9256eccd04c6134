import { matterInWords, siteInWords } from '@zhaoguan/contracts';
import type { Filing } from './filing';
import { DATE_LINE, SEAL_LINE, type FormSheet, type SheetLine } from './form-sheet';

interface Assisted {
  readonly filing: Pick<Filing, 'kind' | 'type' | 'regime' | 'renewal' | 'application'>;
  /** The person who is there for the applicant: whose account it is. */
  readonly applicantName: string;
  /** Who fills in for them (代办人), and for which authority they work. */
  readonly officialName: string;
  readonly authorityName: string;
}

/**
 * What an applicant signs at the window (窗口代办确认书), handed in as a material: who fills in for them, what, how far and how long, and
 * what stays theirs. It is a paper of the applicant, without number, seal or code of the authority.
 * @law 民法典第一百六十五条: 授权委托书应当载明代理人的姓名或者名称、代理事项、权限和期限，并由被代理人签名或者盖章
 */
export function assistanceSheet({ filing, applicantName, officialName, authorityName }: Assisted): FormSheet {
  const { application, kind } = filing;
  const site = siteInWords({ kind, siteType: application.siteType });
  return {
    title: '窗口代办确认书',
    party: application.name,
    note: '供申请人核对后当面签字、盖章，扫描或者拍照，作为材料上传。（《中华人民共和国民法典》第一百六十五条）',
    steps: [
      {
        title: '申请人',
        lines: linesOf({
          机构名称: application.name,
          统一社会信用代码: application.uscc,
          到场办理的人: applicantName,
        }),
      },
      {
        title: '代办',
        lines: linesOf({
          代办人: officialName,
          代办人所在单位: authorityName,
          代办的事项: `${site}${matterInWords(filing)}`,
          代办人可以做的:
            '按申请人说的内容和交来的材料填写申请、上传材料、提交本件；退回补正的，代为补正；作出决定以前按申请人的要求代为撤回申请。代办人不受理、不审查、不现场核查本件。',
          代办的期限: '自签字之日起，到本件作出决定或者撤回为止；申请人结束代办的，到结束时为止。',
        }),
      },
      {
        title: '申请人确认',
        lines: linesOf({
          委托: '由上述代办人代为填报本件，并在作出决定以前按申请人的要求代为撤回。',
          填报的内容: '由申请人说明，代办人照此填写；申请人已经逐项核对，与所说的一致。',
          真实性: '申请人对填报的内容和交来的材料的真实性负责；提供虚假材料的，由申请人承担法律责任。',
          结束代办: '申请人可以随时结束代办，自己接着办理；此后代办人不能再填写、上传、提交和撤回。',
        }),
      },
    ],
    closing: [
      '以上内容申请人已经看过，或者已由他人读给申请人听，确认无误。',
      '申请人（法定代表人、主要负责人或者其委托到场的人）签字：',
      SEAL_LINE,
      '代办人签字：',
      DATE_LINE,
    ],
  };
}

function linesOf(answers: Readonly<Record<string, string>>): SheetLine[] {
  return Object.entries(answers).map(([label, value]) => ({ label, value, hint: null }));
}
