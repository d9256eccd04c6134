import { TextField } from '../../shared/form/text-field';

/** What a paper that is drawn up leads to. */
export const PAPER_CONSEQUENCES: readonly string[] = [
  '告知书现在编号、生成，请下载打印，当面、邮寄或者留置送达机构。',
  '登记送达以前，机构在系统里看不到本件；陈述、申辩的期限从登记送达当日起算。',
  '送达以前发现有误的，可以重新制作，另编文号。',
];

export const ANNOUNCEMENT_CONSEQUENCE =
  '机构名称、情形和陈述申辩的期限同时在公众查询网站公告；事实和理由不公开。';

/** What was found, what proves it and why that is so. */
export function NoticeFactsField() {
  return (
    <TextField
      name="facts"
      label="事实、证据和理由"
      help="只写查明的事实、据以认定的证据和认定的理由；拟作出的决定和依据由告知书另行载明，这里不写“拟撤销”“拟注销”。机构看得到全文，不写举报人和其他人的个人信息。"
      maxLength={5000}
      rows={5}
    />
  );
}
